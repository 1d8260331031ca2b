import type { ComponentProps } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'

/** One of many: the system's own list, which knows every keyboard, screen reader and phone. */
export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <span className={`relative block ${className}`}>
      <select
        className="block h-9 w-full min-w-0 appearance-none truncate rounded-card border border-line bg-surface pr-9 pl-3 text-control hover:border-line-strong disabled:cursor-not-allowed disabled:opacity-60 disabled:hover:border-line aria-invalid:border-failed pointer-coarse:h-11 pointer-coarse:text-prompt"
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-soft"
      />
    </span>
  )
}
