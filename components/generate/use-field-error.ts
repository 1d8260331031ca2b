import { useTranslations } from 'next-intl'
import { useFormContext, useFormState, type FieldPath } from 'react-hook-form'
import { hasFields } from '@/lib/shared/has-fields'
import { fieldSentence } from './field-sentence'
import type { FormValues } from './form-values'

/** The sentence on what is wrong with a field, or undefined. A list has its own beside those of its entries. */
export function useFieldError(field: FieldPath<FormValues>): string | undefined {
  const t = useTranslations()
  const { getFieldState, control } = useFormContext<FormValues>()
  const formState = useFormState({ control, name: field })
  const message = messageOf(getFieldState(field, formState).error)
  return message === undefined ? undefined : fieldSentence(t, field, message)
}

function messageOf(error: unknown): string | undefined {
  if (hasFields(error, { message: 'string' })) return error.message
  return typeof error === 'object' && error !== null && 'root' in error
    ? messageOf(error.root)
    : undefined
}
