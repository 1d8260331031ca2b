import { useId, type ReactNode, type ToggleEvent } from 'react'

export type MenuItem = { label: string; icon: ReactNode; onChoose: () => void }

/** A button and what it opens: a few things to do, as buttons in the browser's own layer, closed by Escape or a click elsewhere. */
export function SourceMenu(props: {
  label: string
  items: readonly MenuItem[]
  className: string
  children: ReactNode
}) {
  const { label, items, className, children } = props
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className={className}
      >
        {children}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        onBeforeToggle={placeBesideButton}
        className="fixed inset-auto m-0 min-w-48 rounded-card border border-line bg-raised p-1 text-text"
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={item.onChoose}
            className="flex min-h-9 w-full items-center gap-2.5 rounded-inner px-2.5 text-control hover:bg-chosen pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:text-soft"
          >
            {item.icon}
            {item.label}
          </button>
        ))}
      </div>
    </>
  )
}

const GAP = 4
const LEAST_WIDTH = 200

/** At the button's right edge, below it, or above where there is more room. Its own height is not known yet. */
function placeBesideButton(event: ToggleEvent<HTMLDivElement>): void {
  if (event.newState !== 'open') return
  const menu = event.currentTarget
  const button = menu.previousElementSibling?.getBoundingClientRect()
  if (!button) return
  const { innerHeight, innerWidth } = window
  const isBelow = innerHeight - button.bottom > button.top
  menu.style.top = isBelow ? `${button.bottom + GAP}px` : 'auto'
  menu.style.bottom = isBelow ? 'auto' : `${innerHeight - button.top + GAP}px`
  const isRight = button.right > LEAST_WIDTH
  menu.style.right = isRight ? `${Math.max(GAP, innerWidth - button.right)}px` : 'auto'
  menu.style.left = isRight ? 'auto' : `${Math.max(GAP, button.left)}px`
}
