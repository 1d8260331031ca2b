import { useTranslations } from 'next-intl'
import { useFormContext, useFormState } from 'react-hook-form'
import { fieldSentence } from './field-sentence'
import type { FormField, FormValues } from './form-values'

/** The sentence on what is wrong with a field, or undefined. */
export function useFieldError(field: FormField): string | undefined {
  const t = useTranslations()
  const { getFieldState, control } = useFormContext<FormValues>()
  const formState = useFormState({ control, name: field })
  const message = getFieldState(field, formState).error?.message
  return message === undefined ? undefined : fieldSentence(t, field, message)
}
