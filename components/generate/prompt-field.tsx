import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { countCharacters, TEXT_MAX_CHARACTERS, TEXT_WARN_BYTES } from '@/lib/shared/limits'
import { FieldError } from '../ui/field-error'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

/** A page to write on. */
export function PromptField() {
  const t = useTranslations('prompt')
  const { register, control } = useFormContext<FormValues>()
  const prompt = useWatch({ control, name: 'prompt' })
  const error = useFieldError('prompt')
  const figures = { count: countCharacters(prompt), max: TEXT_MAX_CHARACTERS }
  const bytes = new TextEncoder().encode(prompt).length
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between text-meta text-soft">
        <label htmlFor="prompt">{t('label')}</label>
        <span
          className={`tabular-nums ${figures.count > figures.max ? 'text-failed' : 'text-faint'}`}
        >
          <span aria-hidden>{t('count', figures)}</span>
          <span className="sr-only">{t('countLabel', figures)}</span>
        </span>
      </div>
      <textarea
        {...register('prompt')}
        id="prompt"
        rows={3}
        placeholder={t('placeholder')}
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby="prompt-hint prompt-error"
        className="field-sizing-content block max-h-72 min-h-24 w-full resize-none rounded-card border border-line bg-surface px-3 py-2.5 text-prompt leading-relaxed placeholder:text-faint aria-invalid:border-failed"
      />
      <p id="prompt-hint" className="mt-1.5 text-meta text-soft empty:hidden">
        {bytes > TEXT_WARN_BYTES && t('long', { bytes, max: TEXT_WARN_BYTES })}
      </p>
      <FieldError id="prompt-error">{error}</FieldError>
    </div>
  )
}
