import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-box'
import { FieldHint } from './field-hint'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

export function NegativeField() {
  const t = useTranslations('settings')
  const { register } = useFormContext<FormValues>()
  return (
    <Field
      id="negativePrompt"
      label={t('negativePrompt')}
      aside={<FieldHint field="negativePrompt" name={t('negativePrompt')} />}
      error={useFieldError('negativePrompt')}
    >
      {(control) => (
        <TextArea
          {...register('negativePrompt')}
          {...control}
          rows={2}
          title="negativePrompt"
          placeholder={t('negativePlaceholder')}
          className="max-h-48 min-h-16 text-control pointer-coarse:text-prompt"
        />
      )}
    </Field>
  )
}
