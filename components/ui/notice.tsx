import type { ReactNode } from 'react'

const LOOKS = {
  quiet: 'border-line bg-surface text-soft',
  needs: 'border-line bg-surface text-needs',
}

/** One line across the page that says what is the matter and what can be done about it. */
export function Notice(props: {
  look: keyof typeof LOOKS
  icon: ReactNode
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={`border-b ${LOOKS[props.look]}`}>
      <div className="flex items-center gap-3 px-4 py-1.5 text-meta sm:px-6">
        <span aria-hidden className="shrink-0 [&>svg]:size-4">
          {props.icon}
        </span>
        <p className="min-w-0 flex-1">{props.children}</p>
        {props.action}
      </div>
    </div>
  )
}
