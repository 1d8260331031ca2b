import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { countCharacters, TEXT_MAX_CHARACTERS, TEXT_WARN_BYTES } from '@/lib/shared/limits'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-box'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

/** A page to write on. */
export function PromptField() {
  const t = useTranslations('prompt')
  const { register, control } = useFormContext<FormValues>()
  const prompt = useWatch({ control, name: 'prompt' })
  const bytes = new TextEncoder().encode(prompt).length
  return (
    <Field
      id="prompt"
      label={t('label')}
      aside={<Count count={countCharacters(prompt)} />}
      hint={bytes > TEXT_WARN_BYTES && t('long', { bytes, max: TEXT_WARN_BYTES })}
      error={useFieldError('prompt')}
    >
      {(control) => (
        <TextArea
          {...register('prompt')}
          {...control}
          rows={3}
          placeholder={t('placeholder')}
          aria-required
          className="max-h-72 min-h-24 text-prompt leading-relaxed"
        />
      )}
    </Field>
  )
}

function Count({ count }: { count: number }) {
  const t = useTranslations('prompt')
  const figures = { count, max: TEXT_MAX_CHARACTERS }
  return (
    <span className={`tabular-nums ${count > figures.max ? 'text-failed' : 'text-faint'}`}>
      <span aria-hidden>{t('count', figures)}</span>
      <span className="sr-only">{t('countLabel', figures)}</span>
    </span>
  )
}
