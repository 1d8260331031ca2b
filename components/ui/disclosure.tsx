import type { ReactNode } from 'react'
import ChevronRight from 'lucide-react/icons/chevron-right'

/** A part that opens when it is asked for. Of those with the same `name` one is open at a time. */
export function Disclosure(props: {
  title: string
  /** What is inside, in so few words that nobody needs to open it. */
  summary?: string
  name?: string
  /** How it begins. */
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
  /** It may be about to be opened. */
  onApproach?: () => void
  className?: string
  children: ReactNode
}) {
  const { title, summary, name, isOpen, className = '', onToggle, onApproach, children } = props
  return (
    <details
      name={name}
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      className={`group/fold ${className}`}
    >
      <summary
        onPointerEnter={onApproach}
        onFocus={onApproach}
        className="flex min-h-9 list-none items-center gap-2 rounded-inner py-1.5 text-soft transition-colors hover:text-text pointer-coarse:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open/fold:rotate-90"
        />
        <span className="font-medium">{title}</span>
        {summary && <span className="min-w-0 flex-1 truncate text-meta">{summary}</span>}
      </summary>
      {children}
    </details>
  )
}
