'use client'

import { useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { useStoreKey } from '@/lib/client/settings-mutations'
import { ApiError } from '@/lib/client/api'
import { isKeyForm, KEY_LENGTH } from '@/lib/shared/key-form'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { FieldError } from '../ui/field-error'

type Props = { onStored: (wasAccepted: boolean) => void; onCancel?: () => void }

/** The field is read when it is sent and nowhere else: what was typed is in no state, draft or address. */
export function KeyForm({ onStored, onCancel }: Props) {
  const t = useTranslations('studioSettings.key')
  const store = useStoreKey()
  const [isMalformed, setMalformed] = useState(false)
  const sentence = useErrorSentence()
  const said = isMalformed ? t('form', KEY_LENGTH) : store.error && sayOf(store.error, sentence)

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (store.isPending) return
    const form = event.currentTarget
    const key = String(new FormData(form).get('key') ?? '').trim()
    setMalformed(!isKeyForm(key))
    store.reset()
    if (!isKeyForm(key)) return
    store.mutate(key, {
      onSuccess: ({ wasAccepted }) => {
        form.reset()
        store.reset()
        onStored(wasAccepted)
      },
    })
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-1.5">
      <label htmlFor="gateway-key" className="text-meta text-soft">
        {t('label')}
      </label>
      <div className="flex flex-wrap gap-2">
        <KeyInput isInvalid={Boolean(said)} isEager={onCancel !== undefined} />
        <Button type="submit" look="primary" disabled={store.isPending}>
          {store.isPending ? t('saving') : t('save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <FieldError id="gateway-key-error">{said}</FieldError>
      <p id="gateway-key-hint" className="text-meta text-soft">
        {t('hint')}
      </p>
    </form>
  )
}

function KeyInput({ isInvalid, isEager }: { isInvalid: boolean; isEager: boolean }) {
  const described = isInvalid ? 'gateway-key-error gateway-key-hint' : 'gateway-key-hint'
  return (
    <input
      id="gateway-key"
      name="key"
      type="password"
      autoFocus={isEager}
      aria-invalid={isInvalid || undefined}
      aria-describedby={described}
      // A password manager must neither fill in a login nor offer to keep this as one.
      autoComplete="off"
      data-1p-ignore
      data-lpignore="true"
      spellCheck={false}
      className="h-9 min-w-0 flex-1 basis-60 rounded-card border border-line-strong bg-ground px-3 text-control pointer-coarse:h-11 aria-invalid:border-failed"
    />
  )
}

/** The sentence about the field, where the server has one. */
function sayOf(error: Error, sentence: (error: Error) => string): string {
  const [field] = error instanceof ApiError ? error.fields : []
  return field?.message ?? sentence(error)
}
