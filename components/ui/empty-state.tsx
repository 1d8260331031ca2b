import type { ReactNode } from 'react'

/** One sentence, one way on, and a picture where there is one. */
export function EmptyState(props: {
  title: string
  text?: string
  picture?: ReactNode
  action: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-md flex-1 flex-col items-center justify-center gap-4 px-6 py-24 text-center">
      {props.picture}
      <h1 className="text-title font-semibold break-keep text-balance">{props.title}</h1>
      {props.text && <p className="text-soft">{props.text}</p>}
      {props.action}
    </div>
  )
}
