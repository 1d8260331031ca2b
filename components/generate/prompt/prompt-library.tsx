import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { IconButton } from '../../ui/icon-button'
import { useModal } from '../../ui/modal'
import { HistoryPane } from './history-pane'
import type { LibraryView, PromptValues } from './prompt-values'
import { TemplatesPane } from './templates-pane'
import { writeText } from './write-text'

/** What a person wrote before, above the page. What is chosen takes the place of the prompt, and undo brings that back. */
export function PromptLibrary(props: {
  view: LibraryView
  box: RefObject<HTMLTextAreaElement | null>
  onClose: () => void
}) {
  const { view, box, onClose } = props
  const t = useTranslations('promptLibrary')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { setValue } = useFormContext<PromptValues>()
  useModal(dialog, onClose)
  useEffect(() => {
    // Not on touch, where the keyboard would cover what is to be read.
    if (!window.matchMedia?.('(pointer: coarse)').matches)
      dialog.current?.querySelector('input')?.focus()
  }, [])

  const handleChoose = (prompt: string, negativePrompt?: string | null) => {
    dialog.current?.close()
    if (negativePrompt) setValue('negativePrompt', negativePrompt)
    const page = box.current
    if (page) writeText(page, { start: 0, end: page.value.length, text: prompt })
  }
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onKeyDown={keepFromPage}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
      className="m-auto max-h-[min(44rem,85dvh)] w-[min(38rem,100vw-1rem)] max-w-none rounded-card border border-line bg-ground p-0 text-text backdrop:bg-veil"
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-center justify-between gap-3 py-2 pr-2 pl-4">
          <h2 id={titleId} className="text-prompt font-semibold">
            {t(`${view}Title`)}
          </h2>
          <IconButton label={t('close')} onClick={() => dialog.current?.close()}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
        </div>
        {view === 'history' ? (
          <HistoryPane onChoose={handleChoose} />
        ) : (
          <TemplatesPane onChoose={handleChoose} />
        )}
      </div>
    </dialog>,
    document.body,
  )
}

/** The page behind has shortcuts of its own: what is pressed here must not send the form. */
function keepFromPage(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) event.stopPropagation()
}
