import { useId, useRef, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { IconButton } from './icon-button'
import { useModal } from './modal'

const PLACES = {
  middle: {
    dialog:
      'm-auto max-h-[min(40rem,92dvh)] w-md max-w-[96vw] rounded-card border border-line-strong',
    head: 'gap-4',
    body: 'gap-3 px-4 pb-4',
    foot: 'flex flex-wrap justify-end gap-2 px-4 py-3',
  },
  side: {
    dialog:
      'fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-sheet max-w-none border-l border-line max-sm:w-screen max-sm:border-0',
    head: 'gap-3 border-b border-line',
    body: 'p-4',
    foot: 'p-3',
  },
} as const

/** A dialog above the page: a small one in its middle, or one at its side, as high as it and the whole of a phone, whose title has the focus first. */
export function DialogFrame(props: {
  title: string
  closeLabel: string
  onClose: () => void
  place?: keyof typeof PLACES
  /** For who closes it otherwise than by its button. */
  dialog?: RefObject<HTMLDialogElement | null>
  /** Below what scrolls. */
  foot?: ReactNode
  children: ReactNode
}) {
  const { title, closeLabel, onClose, place = 'middle', foot, children } = props
  const id = useId()
  const own = useRef<HTMLDialogElement>(null)
  const dialog = props.dialog ?? own
  const look = PLACES[place]
  useModal(dialog, onClose)
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={`flex-col bg-ground text-text backdrop:bg-veil open:flex ${look.dialog}`}
    >
      <div className={`flex items-center py-2 pr-2 pl-4 ${look.head}`}>
        <h2
          id={id}
          data-first={place === 'side' ? '' : undefined}
          tabIndex={place === 'side' ? -1 : undefined}
          className="min-w-0 flex-1 text-prompt font-semibold outline-none"
        >
          {title}
        </h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className={`flex min-h-0 flex-1 flex-col overflow-y-auto ${look.body}`}>{children}</div>
      {foot && <div className={`border-t border-line ${look.foot}`}>{foot}</div>}
    </dialog>,
    document.body,
  )
}
