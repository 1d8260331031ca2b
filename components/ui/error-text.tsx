import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'

/** What went wrong, where it went wrong. Announced as it appears; nothing where there is nothing to say. */
export function ErrorText(props: { id?: string; className?: string; children: ReactNode }) {
  const { id, className = '', children } = props
  if (!children) return null
  return (
    <p
      id={id}
      role="alert"
      className={`flex items-start gap-1.5 text-meta text-failed ${className}`}
    >
      <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
