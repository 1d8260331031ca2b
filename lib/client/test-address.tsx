import { useEffect, useState, type ReactNode } from 'react'
import {
  PathnameContext,
  SearchParamsContext,
} from 'next/dist/shared/lib/hooks-client-context.shared-runtime'

const MOVES = ['pushState', 'replaceState'] as const

/** Keeps path and filters in step with the browser's address, as the App Router does. */
export function TestAddress({ children }: { children: ReactNode }) {
  const [address, setAddress] = useState(readAddress)
  useEffect(() => {
    const follow = () => setAddress(readAddress())
    const originals = MOVES.map((move) => window.history[move])
    for (const move of MOVES) {
      const original = window.history[move].bind(window.history)
      window.history[move] = (...given) => {
        original(...given)
        follow()
      }
    }
    window.addEventListener('popstate', follow)
    return () => {
      window.removeEventListener('popstate', follow)
      for (const [index, move] of MOVES.entries()) {
        const original = originals[index]
        if (original) window.history[move] = original
      }
    }
  }, [])
  return (
    <PathnameContext value={address.path}>
      <SearchParamsContext value={address.search}>{children}</SearchParamsContext>
    </PathnameContext>
  )
}

function readAddress() {
  const { pathname, search } = window.location
  return { path: pathname, search: new URLSearchParams(search) }
}
