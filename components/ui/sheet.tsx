import { useId, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { IconButton } from './icon-button'
import { useModal } from './modal'

/** A dialog at the side of the page, as high as it; the whole of a phone. Its title has the focus first. */
export function Sheet(props: {
  dialog: RefObject<HTMLDialogElement | null>
  title: string
  closeLabel: string
  onClose: () => void
  /** Below what scrolls. */
  foot: ReactNode
  children: ReactNode
}) {
  const { dialog, title, closeLabel, onClose, foot, children } = props
  const id = useId()
  useModal(dialog, onClose)
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-sheet max-w-none flex-col border-l border-line bg-ground text-text backdrop:bg-veil open:flex max-sm:w-screen max-sm:border-0"
    >
      <div className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
        <h2
          data-first
          id={id}
          tabIndex={-1}
          className="flex-1 text-prompt font-semibold outline-none"
        >
          {title}
        </h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-4">{children}</div>
      <div className="border-t border-line p-3">{foot}</div>
    </dialog>,
    document.body,
  )
}
