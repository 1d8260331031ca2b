import { useSyncExternalStore } from 'react'

/** The one clip that the pointer or the focus is on: it alone has its words over it. A page of hidden words would be a slow page. */
let lookedAt: string | null = null
const listeners = new Set<() => void>()

export function lookAt(id: string | null): void {
  if (id === lookedAt) return
  lookedAt = id
  for (const listener of listeners) listener()
}

export function useIsLookedAt(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => lookedAt === id,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
