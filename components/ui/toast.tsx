import type { ReactNode } from 'react'
import X from 'lucide-react/icons/x'
import { IconButton } from './icon-button'

/** A short word on what was just done, above the page, with what can be done about it. */
export function Toast(props: {
  children: ReactNode
  action?: ReactNode
  closeLabel: string
  onClose: () => void
}) {
  return (
    <div className="flex min-h-12 animate-arrive items-center gap-3 rounded-card border border-line-strong bg-raised py-1 pr-1 pl-4 text-control">
      <p className="min-w-0 flex-1 py-1.5">{props.children}</p>
      {props.action}
      <IconButton label={props.closeLabel} onClick={props.onClose}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
