import { useId, useRef, type ReactNode, type SyntheticEvent } from 'react'
import { createPortal } from 'react-dom'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { IconButton } from '../../ui/icon-button'
import { useModal } from '../../ui/modal'

/**
 * A layer above the page, in which a picture is chosen or changed. The focus begins at `data-first`; it closes by Escape, and the
 * focus goes back to where it came from. On a phone it is the page.
 */
export function PictureDialog(props: {
  title: string
  isWide?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { title, isWide, onClose, children } = props
  const t = useTranslations('pictures')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  // React hands events on to the form around it, whose keys and submit are not meant here.
  const keepInside = (event: SyntheticEvent) => event.stopPropagation()
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onKeyDown={keepInside}
      onSubmit={keepInside}
      onFocus={keepInside}
      onPaste={keepInside}
      className={`fixed inset-0 m-auto hidden max-h-[min(100dvh-2rem,60rem)] w-full flex-col overflow-hidden rounded-card border border-line bg-ground text-text open:flex backdrop:bg-veil max-sm:h-dvh max-sm:max-h-none max-sm:max-w-none max-sm:rounded-none max-sm:border-0 ${isWide ? 'max-w-4xl' : 'max-w-md'}`}
    >
      <div className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
        <h2 id={titleId} className="flex-1 text-prompt font-semibold">
          {title}
        </h2>
        <IconButton label={t('close')} onClick={onClose}>
          <X aria-hidden className="size-5" />
        </IconButton>
      </div>
      {children}
    </dialog>,
    document.body,
  )
}
