'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** `title` is for a sign without words. */
export function NavLink(props: { href: string; title?: string; children: ReactNode }) {
  const { href, title, children } = props
  const isHere = usePathname() === href
  return (
    <Link
      href={href}
      title={title}
      aria-current={isHere ? 'page' : undefined}
      className="flex h-9 min-w-9 items-center justify-center rounded-card px-2 whitespace-nowrap text-control font-medium text-soft transition-colors hover:text-text aria-[current=page]:text-text sm:px-3 pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {children}
    </Link>
  )
}
