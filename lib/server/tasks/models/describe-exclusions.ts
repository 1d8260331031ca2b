import type { Locale } from '@/lib/shared/locale'
import {
  DEFAULTS,
  fieldModes,
  fieldValues,
  type Field,
  type Model,
  type RuleSet,
  type Value,
} from '@/lib/shared/models/catalogue'
import { EXCLUSIONS, type Exclusion } from '@/lib/shared/models/exclusions'
import { taskParamsSchema, paramsShape, type TaskParams } from '@/lib/shared/models/task-params'
import type { ExclusionOnWire } from '@/lib/shared/models-on-wire'
import { sentence } from '../../sentences'

type Options = { model: Model; rules: RuleSet; locale: Locale }

/** What excludes what in a model, in values: a rule looks at two fields alone, so each of their values is tried. */
export function describeExclusions(options: Options): ExclusionOnWire[] {
  const { model, rules } = options
  return EXCLUSIONS.filter((rule) => rule.rules === 'page' || rules === 'strict')
    .filter(({ choice, needs }) =>
      [choice, needs].every((field) => fieldModes(model, field, rules).length > 0),
    )
    .flatMap((rule) => describeExclusion(rule, options))
}

function describeExclusion(rule: Exclusion, { model, rules, locale }: Options): ExclusionOnWire[] {
  const choices = valuesOf(model, rule.choice, rules)?.filter((value) =>
    rule.when(withValue(rule.choice, value)),
  )
  const tried = valuesOf(model, rule.needs, rules) ?? []
  const fits = (value: Value | undefined) => rule.requires(withValue(rule.needs, value), model)
  const needed = tried.filter(fits)
  // A model whose values cannot break the rule does not have it.
  if (choices?.length === 0 || needed.length === tried.length) return []
  return [
    {
      code: rule.reason,
      message: sentence(locale, 'fields', rule.reason, rule.values?.(model)),
      field: rule.field,
      when: { field: rule.choice, ...(choices ? { values: choices } : {}) },
      needs: { field: rule.needs, values: needed, mayBeAbsent: fits(undefined) },
    },
  ]
}

/** Undefined where any text will do. */
function valuesOf(model: Model, field: Field, rules: RuleSet): Value[] | undefined {
  if (paramsShape[field].def.type === 'boolean') return [true, false]
  const values = fieldValues(model, field, rules)
  return values && [...values]
}

/** Settings with this one alone; left out it comes to its default. */
function withValue(field: Field, value: Value | undefined): TaskParams {
  return taskParamsSchema.parse({ ...DEFAULTS, ...(value === undefined ? {} : { [field]: value }) })
}
