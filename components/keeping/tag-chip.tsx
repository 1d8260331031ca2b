import type { ReactNode } from 'react'

/** A tag as it stands among others. */
export function TagChip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1 rounded-full border border-line bg-raised px-2.5 text-meta text-soft pointer-coarse:h-9">
      {children}
    </span>
  )
}
