import type { FieldProblem } from '@/lib/shared/errors'
import { DEFAULTS, fieldModes, type Model, type RuleSet } from '@/lib/shared/models/catalogue'
import type { FormValues } from './form-values'
import {
  CHOICE_FIELDS,
  findConflict,
  settingOptions,
  withChoice,
  type ChoiceField,
} from './setting-options'

/** A setting that the new model does not take as it was, and what became of it. */
export type Reset =
  | { field: ChoiceField; from: string; to: string; reason: FieldProblem | null }
  | { field: 'seed' | 'negativePrompt' }

/** The values under another model: everything it takes is kept; what it does not take is reset, and named. */
export function adaptToModel(
  values: FormValues,
  model: Model,
  rules: RuleSet,
): { values: FormValues; resets: Reset[] } {
  const resets: Reset[] = []
  let next: FormValues = { ...values, model: model.id }
  for (const field of ['seed', 'negativePrompt'] as const) {
    if (next[field] === '' || fieldModes(model, field, rules).length > 0) continue
    next = { ...next, [field]: '' }
    resets.push({ field })
  }
  for (const field of CHOICE_FIELDS) {
    const from = String(next[field])
    const options = settingOptions(field, { model, values: next, rules })
    const current = options.find((option) => option.value === from)
    const reason = findConflict({ model, values: next, rules })
    if (current && (!current.conflict || reason?.path !== field)) continue
    const allowed = options.filter((option) => !option.conflict)
    const to = (allowed.find((o) => o.value === String(DEFAULTS[field])) ?? allowed[0])?.value
    if (to === undefined || to === from) continue
    next = withChoice(next, field, to)
    resets.push({ field, from, to, reason: current ? reason : null })
  }
  return { values: next, resets }
}
