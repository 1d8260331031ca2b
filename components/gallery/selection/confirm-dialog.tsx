import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { createIdempotencyKey } from '@/lib/client/idempotency-key'
import { previewChange } from '@/lib/client/keeping-mutations'
import { TRASH_DAYS } from '@/lib/shared/limits'
import type { ChangePreview, Selection } from '@/lib/shared/gallery/change'
import { DialogFrame } from '../../ui/dialog-frame'
import { useErrorSentence } from '../../shell/error-sentence'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { useDoChange } from './use-do-change'
import { useEstimateWords } from './use-estimate-words'

type Kind = 'retry' | 'delete' | 'purge'

/** Says to how many it will be done, and what that is likely to cost, before it is done: to no more than that. */
export function ConfirmDialog(props: {
  kind: Kind
  selection: Selection
  onClose: () => void
  onDone?: () => void
}) {
  const { kind, selection, onClose, onDone } = props
  const t = useTranslations('selecting')
  const sentence = useErrorSentence()
  // Of this dialog: however often it is pressed, it is done once.
  const [key] = useState(createIdempotencyKey)
  const { act, isPending } = useDoChange(selection)
  const preview = usePreview(selection, kind)
  const confirm = async ({ possible }: ChangePreview) => {
    const action = kind === 'delete' ? { kind } : { kind, confirmed: possible }
    if (!(await act(action, key))) return
    onClose()
    onDone?.()
  }
  return (
    <DialogFrame
      title={t(`confirm.${kind}.title`)}
      closeLabel={t('close')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {preview.data && preview.data.possible > 0 && (
            <Button
              look={kind === 'retry' ? 'primary' : 'danger'}
              data-first=""
              disabled={isPending}
              onClick={() => void confirm(preview.data)}
            >
              {isPending ? t('working') : t(`confirm.${kind}.do`, { count: preview.data.possible })}
            </Button>
          )}
        </>
      }
    >
      {preview.isPending && <p className="text-soft">{t('counting')}</p>}
      {preview.isError && <ErrorText>{sentence(preview.error)}</ErrorText>}
      {preview.data && <PreviewWords kind={kind} preview={preview.data} />}
    </DialogFrame>
  )
}

function PreviewWords({ kind, preview }: { kind: Kind; preview: ChangePreview }) {
  const t = useTranslations('selecting')
  const estimate = useEstimateWords()
  const { total, possible } = preview
  const others = total - possible
  return (
    <div className="flex flex-col gap-2" role="status">
      <p>
        {possible === 0
          ? t(`confirm.${kind}.none`)
          : t(`confirm.${kind}.text`, { count: possible, days: TRASH_DAYS })}
      </p>
      {possible > 0 && preview.estimate && <p>{estimate(preview.estimate)}</p>}
      {possible > 0 && others > 0 && (
        <p className="text-soft">{t(`confirm.${kind}.others`, { count: others })}</p>
      )}
    </div>
  )
}

function usePreview(selection: Selection, kind: Kind) {
  return useQuery({
    queryKey: ['change preview', kind, selection],
    queryFn: () => previewChange({ selection, kind }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
}
