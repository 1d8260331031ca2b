import type { useTranslations } from 'next-intl'
import { problemOf } from '@/lib/shared/field-problem'
import type { FieldProblem } from '@/lib/shared/errors'

/** `useTranslations()` without a namespace: problems have their sentences under `fields`. */
export type Translate = ReturnType<typeof useTranslations<never>>

const PICTURES = ['image', 'head', 'tail', 'references']

/** The sentence for what stands in a field's error: a problem of the schema, or the server's own words. */
export function fieldSentence(t: Translate, field: string, message: string): string {
  const problem = problemOf(message)
  return problem ? problemSentence(t, field, problem) : message
}

export function problemSentence(t: Translate, field: string, problem: FieldProblem): string {
  if (problem.code === 'required' && field === 'prompt') return t('fields.prompt_required')
  if (problem.code === 'required' && PICTURES.includes(field)) return t('fields.image_required')
  // What is typed into a number field and is no number has no other name for a person.
  if (problem.code === 'wrong_type' && field === 'seed') return t('fields.not_whole')
  return t(`fields.${problem.code}`, problem.values)
}
