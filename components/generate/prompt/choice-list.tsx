import type { KeyboardEvent, ReactNode } from 'react'

const CHOICE = '[data-choice]'

/** Boxes to write in and what can be chosen below them: the arrow keys go from one to the next. */
export function ChoiceList({ children }: { children: ReactNode }) {
  return (
    <div onKeyDown={moveFocus} className="flex min-h-0 flex-1 flex-col">
      {children}
    </div>
  )
}

/** One that can be chosen; its prompt shows as much as three lines hold. */
export function ChoiceButton(props: {
  title?: string
  prompt: string
  note?: ReactNode
  onChoose: () => void
}) {
  const { title, prompt, note, onChoose } = props
  return (
    <button
      type="button"
      data-choice
      onClick={onChoose}
      className="flex min-h-11 w-full min-w-0 flex-1 flex-col gap-0.5 rounded-inner px-2 py-1.5 text-left transition-colors hover:bg-raised"
    >
      {title && <span className="font-medium wrap-anywhere">{title}</span>}
      <span className="line-clamp-3 wrap-anywhere whitespace-pre-line">{prompt}</span>
      {note && <span className="line-clamp-1 text-meta text-soft">{note}</span>}
    </button>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const { target, currentTarget } = event
  if (step === undefined || event.nativeEvent.isComposing) return
  if (!(target instanceof HTMLElement) || !target.matches(`input, ${CHOICE}`)) return
  // Those of a template that is being changed are its own.
  if (target.matches('input') && target.closest('li')) return
  const stops = [...currentTarget.querySelectorAll<HTMLElement>(`input, ${CHOICE}`)]
  const next = stops[stops.indexOf(target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
