import { useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { IconButton } from './icon-button'
import { useModal } from './modal'

/** A small dialog above the page. */
export function DialogFrame(props: {
  title: string
  closeLabel: string
  onClose: () => void
  /** Below what scrolls. */
  foot?: ReactNode
  children: ReactNode
}) {
  const { title, closeLabel, onClose, foot, children } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto max-h-[min(40rem,92dvh)] w-md max-w-[96vw] flex-col rounded-card border border-line-strong bg-ground text-text backdrop:bg-veil open:flex"
    >
      <div className="flex items-center gap-4 py-2 pr-2 pl-4">
        <h2 id={id} className="min-w-0 flex-1 text-prompt font-semibold">
          {title}
        </h2>
        <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pb-4">{children}</div>
      {foot && (
        <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
          {foot}
        </div>
      )}
    </dialog>,
    document.body,
  )
}
