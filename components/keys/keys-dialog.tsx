import { useRef } from 'react'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import { useModal } from '../ui/modal'
import { KeysList } from './keys-list'

/** The same as the page of the keys, over whatever is being done. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shortcuts')
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto max-h-[min(52rem,92dvh)] w-2xl max-w-[96vw] flex-col rounded-card border border-line bg-ground text-text backdrop:bg-veil open:flex max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-screen max-sm:max-w-none max-sm:rounded-none max-sm:border-0"
    >
      <div className="flex items-center gap-4 border-b border-line py-2 pr-2 pl-4 sm:pl-6">
        <h1
          data-first
          id="keys-title"
          tabIndex={-1}
          className="flex-1 text-title font-semibold outline-none"
        >
          {t('title')}
        </h1>
        <IconButton label={t('close')} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div
        tabIndex={0}
        role="region"
        aria-labelledby="keys-title"
        className="min-h-0 flex-1 overflow-y-auto p-4 outline-offset-[-2px] sm:px-6"
      >
        <KeysList />
      </div>
    </dialog>
  )
}
