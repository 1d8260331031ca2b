import type { FieldProblem } from '@/lib/shared/errors'
import { countCharacters, SEED_MAX, TEXT_MAX_CHARACTERS } from '@/lib/shared/limits'
import {
  FIELDS,
  fieldModes,
  fieldValues,
  MODELS,
  type Field,
  type Mode,
  type Model,
  type RuleSet,
  type Value,
} from './catalogue'
import { EXCLUSIONS, exclusionProblem } from './exclusions'
import type { TaskParams } from './task-params'

/** `model` is undefined where a body names none that exists: what holds for every model is still checked. */
type Situation = {
  model: Model | undefined
  mode: Mode
  params: TaskParams
  rules: RuleSet
  /** Fields whose value is of no use at all; told elsewhere, and here taken for left out. */
  broken?: ReadonlySet<string>
}

/** The catalogue's verdict on settings of the right types: every rule broken, in one answer. */
export function checkParams(options: Situation): FieldProblem[] {
  return [
    ...FIELDS.flatMap((field) => checkField(field, options)),
    ...checkTexts(options.params),
    ...checkSeed(options.params.seed, options.rules),
    ...checkExclusions(options),
  ]
}

function checkField(field: Field, { model, mode, params, rules }: Situation): FieldProblem[] {
  const value = params[field]
  if (value === undefined) return []
  if (!model) return offeredByNone(field, value, rules)
  const modes = fieldModes(model, field, rules)
  const offered = fieldValues(model, field, rules)
  if (modes.length === 0) {
    return [{ path: field, code: 'field_not_in_model', values: { model: model.label } }]
  }
  if (model.modes.includes(mode) && !modes.includes(mode)) {
    return [{ path: field, code: 'field_not_in_mode' }]
  }
  if (!offered || offered.includes(value)) return []
  return [notOffered(field, model.label, offered)]
}

/** A value that no model takes is wrong whatever model is meant. */
function offeredByNone(field: Field, value: Value, rules: RuleSet): FieldProblem[] {
  if (isOfferedSomewhere(field, value, rules)) return []
  const lists = MODELS.flatMap((model) => fieldValues(model, field, rules) ?? [])
  return [notOffered(field, field, [...new Set(lists)])]
}

function isOfferedSomewhere(field: Field, value: Value | undefined, rules: RuleSet): boolean {
  if (value === undefined) return true
  const lists = MODELS.map((model) => fieldValues(model, field, rules))
  return lists.every((list) => !list) || lists.some((list) => list?.includes(value))
}

function notOffered(path: Field, model: string, offered: readonly Value[]): FieldProblem {
  return { path, code: 'value_not_offered', values: { model, offered: offered.join(', ') } }
}

function checkTexts(params: TaskParams): FieldProblem[] {
  const fields = ['negativePrompt', 'soundEffectContent'] as const
  return fields.flatMap((path) => checkText(path, params[path] ?? ''))
}

/** NUL ends a text for the database, and half a surrogate pair is no character in UTF-8: neither would come back as it was sent. */
const NOT_KEPT = /[\0\p{Surrogate}]/u

/** What is wrong with a text whatever it says: a character that cannot be kept, or too many of them. */
export function checkText(path: string, text: string): FieldProblem[] {
  if (NOT_KEPT.test(text)) return [{ path, code: 'bad_character' }]
  const count = countCharacters(text)
  if (count <= TEXT_MAX_CHARACTERS) return []
  return [{ path, code: 'too_long', values: { count, max: TEXT_MAX_CHARACTERS } }]
}

function checkSeed(seed: number | undefined, rules: RuleSet): FieldProblem[] {
  if (seed === undefined) return []
  if (!Number.isSafeInteger(seed)) return [{ path: 'seed', code: 'not_whole' }]
  if (rules === 'strict' && (seed < 0 || seed > SEED_MAX)) {
    return [{ path: 'seed', code: 'out_of_range', values: { min: 0, max: SEED_MAX } }]
  }
  return []
}

function checkExclusions({ model, params, rules, broken }: Situation): FieldProblem[] {
  const [first, ...others] = model ? [model] : MODELS
  if (!first) return []
  return (
    EXCLUSIONS.filter((rule) => rule.rules === 'page' || rules === 'strict')
      .filter((rule) => rule.when(params))
      .filter(({ choice, needs }) => !broken?.has(choice) && !broken?.has(needs))
      // A value that no model takes is wrong in itself: it takes part in no rule over two fields.
      .filter(({ needs }) => isOfferedSomewhere(needs, params[needs], rules))
      .filter((rule) => [first, ...others].every((one) => !rule.requires(params, one)))
      .map((rule) => exclusionProblem(rule, first))
  )
}
