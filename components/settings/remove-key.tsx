'use client'

import { useTranslations } from 'next-intl'
import { useRemoveKey } from '@/lib/client/settings-mutations'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { FieldError } from '../ui/field-error'

/** Asks once more, in place. */
export function RemoveKey({ onRemoved, onKeep }: { onRemoved: () => void; onKeep: () => void }) {
  const t = useTranslations('studioSettings.key')
  const sentence = useErrorSentence()
  const remove = useRemoveKey()
  return (
    <div role="group" aria-label={t('removeSure')} className="flex flex-col gap-2">
      <p>
        <strong className="font-semibold">{t('removeSure')}</strong> {t('removeText')}
      </p>
      <div className="flex gap-2">
        <Button
          look="danger"
          autoFocus
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: onRemoved })}
        >
          {t('removeYes')}
        </Button>
        <Button look="quiet" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
      <FieldError id="remove-key-error">{remove.error && sentence(remove.error)}</FieldError>
    </div>
  )
}
