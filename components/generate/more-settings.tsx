import ChevronRight from 'lucide-react/icons/chevron-right'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { FieldError } from '../ui/field-error'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

/** The settings that are seldom needed, folded under one line that says their values. */
export function MoreSettings() {
  const t = useTranslations('settings')
  const { control } = useFormContext<FormValues>()
  const [seed, negativePrompt] = useWatch({ control, name: ['seed', 'negativePrompt'] })
  const values = [
    seed.trim() === '' ? t('seedFree') : t('seedSet', { seed: seed.trim() }),
    negativePrompt.trim() === '' ? t('negativeNone') : t('negativeSet'),
  ].join(' · ')
  return (
    <details className="group">
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-inner text-meta text-soft hover:text-text pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform duration-150 group-open:rotate-90"
        />
        <span className="shrink-0 text-control font-medium">{t('more')}</span>
        <span className="min-w-0 truncate">{values}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-3 pb-1">
        <SeedField />
        <NegativeField />
      </div>
    </details>
  )
}

const BOX =
  'block w-full rounded-card border border-line bg-surface px-3 text-control placeholder:text-faint aria-invalid:border-failed'

function SeedField() {
  const t = useTranslations('settings')
  const { register } = useFormContext<FormValues>()
  const error = useFieldError('seed')
  return (
    <div>
      <label htmlFor="seed" className="mb-1.5 block text-meta text-soft">
        {t('seed')}
      </label>
      <input
        {...register('seed')}
        id="seed"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('seedPlaceholder')}
        aria-invalid={error ? true : undefined}
        aria-describedby="seed-hint seed-error"
        className={`${BOX} h-9 tabular-nums pointer-coarse:h-11`}
      />
      <p id="seed-hint" className="mt-1.5 text-meta text-faint">
        {t('seedHint')}
      </p>
      <FieldError id="seed-error">{error}</FieldError>
    </div>
  )
}

function NegativeField() {
  const t = useTranslations('settings')
  const { register } = useFormContext<FormValues>()
  const error = useFieldError('negativePrompt')
  return (
    <div>
      <label htmlFor="negativePrompt" className="mb-1.5 block text-meta text-soft">
        {t('negativePrompt')}
      </label>
      <textarea
        {...register('negativePrompt')}
        id="negativePrompt"
        rows={2}
        placeholder={t('negativePlaceholder')}
        aria-invalid={error ? true : undefined}
        aria-describedby="negativePrompt-error"
        className={`${BOX} field-sizing-content max-h-48 min-h-16 resize-none py-2`}
      />
      <FieldError id="negativePrompt-error">{error}</FieldError>
    </div>
  )
}
