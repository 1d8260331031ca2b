'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const isHere = usePathname() === href
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="flex h-9 items-center rounded-card px-2 whitespace-nowrap text-control font-medium text-soft transition-colors duration-150 hover:text-text aria-[current=page]:text-text sm:px-3 pointer-coarse:h-11"
    >
      {children}
    </Link>
  )
}
