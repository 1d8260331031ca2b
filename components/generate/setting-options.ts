import type { FieldProblem } from '@/lib/shared/errors'
import { fieldValues, type Model, type RuleSet } from '@/lib/shared/models/catalogue'
import { EXCLUSIONS } from '@/lib/shared/models/exclusions'
import { toParams, type FormValues } from './form-values'

/** Settings that are chosen from the catalogue's values. */
export type ChoiceField = 'resolution' | 'duration'
export const CHOICE_FIELDS = ['resolution', 'duration'] as const satisfies ChoiceField[]

type Situation = { model: Model; values: FormValues; rules: RuleSet }
export type SettingOption = { value: string; conflict: FieldProblem | null }

/** What `model` offers for a field, each with the reason why the other settings rule it out, if they do. */
export function settingOptions(field: ChoiceField, situation: Situation): SettingOption[] {
  const offered = fieldValues(situation.model, field, situation.rules) ?? []
  return offered.map((value) => ({
    value: String(value),
    conflict: findConflict({
      ...situation,
      values: withChoice(situation.values, field, String(value)),
    }),
  }))
}

/** The first exclusion that these values break. */
export function findConflict({ model, values, rules }: Situation): FieldProblem | null {
  const params = toParams(values)
  const broken = EXCLUSIONS.find(
    (rule) =>
      (rule.rules === 'page' || rules === 'strict') &&
      rule.when(params) &&
      !rule.requires(params, model),
  )
  if (!broken) return null
  return { path: broken.field, code: broken.reason, values: broken.values?.(model) }
}

export function withChoice(values: FormValues, field: ChoiceField, value: string): FormValues {
  return field === 'duration'
    ? { ...values, duration: Number(value) }
    : { ...values, resolution: value }
}
