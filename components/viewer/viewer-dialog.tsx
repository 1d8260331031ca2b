'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { closeClip } from '@/lib/client/gallery/open-clip'
import { isSheetOpen, readCookie, SHEET_COOKIE } from '@/lib/client/preferences'
import { useModal } from '../ui/modal'
import { ClipViewer } from './clip-viewer'
import { useCardFocus } from './use-card-focus'

/** A clip over the gallery, which lies still beneath it. */
export function ViewerDialog({ id, search }: { id: string; search: string }) {
  const t = useTranslations('viewer')
  const dialog = useRef<HTMLDialogElement>(null)
  const isClosing = useRef(false)
  const [isOpenAtFirst] = useState(() => isSheetOpen(readCookie(SHEET_COOKIE)))
  const close = () => {
    // Once: each is a step back in the browser's history.
    if (isClosing.current) return
    isClosing.current = true
    closeClip(search)
  }
  useCardFocus(id)
  useModal(dialog, close)
  return (
    <dialog
      ref={dialog}
      data-keys="viewer"
      aria-label={t('label')}
      className="m-0 size-full max-h-none max-w-none flex-col overflow-y-auto bg-ground p-0 text-text open:flex lg:overflow-hidden"
    >
      <ClipViewer id={id} search={search} isOver isSheetOpen={isOpenAtFirst} onClose={close} />
    </dialog>
  )
}
