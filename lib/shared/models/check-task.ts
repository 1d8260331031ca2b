import type { FieldProblem } from '@/lib/shared/errors'
import { countCharacters, SEED_MAX, TEXT_MAX_CHARACTERS } from '@/lib/shared/limits'
import { FIELDS, fieldModes, fieldValues, type Mode, type Model, type RuleSet } from './catalogue'
import { brokenExclusions, exclusionProblem } from './exclusions'
import type { TaskParams } from './task-params'

/** The catalogue's verdict on settings of the right types: every rule broken, in one answer. */
export function checkParams(options: {
  model: Model
  mode: Mode
  params: TaskParams
  rules: RuleSet
}): FieldProblem[] {
  return [
    ...checkFields(options),
    ...checkTexts(options.params),
    ...checkSeed(options.params.seed, options.rules),
    ...checkExclusions(options),
  ]
}

function checkFields(options: {
  model: Model
  mode: Mode
  params: TaskParams
  rules: RuleSet
}): FieldProblem[] {
  const { model, mode, params, rules } = options
  const problems: FieldProblem[] = []
  for (const field of FIELDS) {
    const value = params[field]
    if (value === undefined) continue
    const modes = fieldModes(model, field, rules)
    const offered = fieldValues(model, field, rules)
    if (modes.length === 0) {
      problems.push({ path: field, code: 'field_not_in_model', values: { model: model.label } })
    } else if (model.modes.includes(mode) && !modes.includes(mode)) {
      problems.push({ path: field, code: 'field_not_in_mode' })
    } else if (offered && !offered.includes(value)) {
      const values = { model: model.label, offered: offered.join(', ') }
      problems.push({ path: field, code: 'value_not_offered', values })
    }
  }
  return problems
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

function checkExclusions(options: {
  model: Model
  params: TaskParams
  rules: RuleSet
}): FieldProblem[] {
  return brokenExclusions(options).map((exclusion) => exclusionProblem(exclusion, options.model))
}
