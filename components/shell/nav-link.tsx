'use client'

import type { ReactNode } from 'react'
import Link, { useLinkStatus } from 'next/link'
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
      className="relative flex h-9 min-w-9 items-center justify-center rounded-card px-2 whitespace-nowrap text-control font-medium text-soft transition-colors hover:text-text aria-[current=page]:text-text sm:px-3 pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {children}
      <PendingLine />
    </Link>
  )
}

/** Under the link while its page is on its way; not at all where that takes no time. */
function PendingLine() {
  const { pending } = useLinkStatus()
  return (
    pending && (
      <span
        data-pending
        className="absolute inset-x-2 bottom-1 h-0.5 animate-coming rounded-full bg-lamp opacity-0 motion-reduce:opacity-100"
      />
    )
  )
}
