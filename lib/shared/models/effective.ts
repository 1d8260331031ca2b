import type { FieldProblem } from '@/lib/shared/errors'
import {
  DEFAULTS,
  FIELDS,
  fieldModes,
  fieldValues,
  type Field,
  type Mode,
  type Model,
  type RuleSet,
} from './catalogue'
import { brokenExclusions, exclusionProblem } from './exclusions'
import type { TaskParams } from './task-params'

/** Where settings stand: what the verdict on them depends on besides themselves. */
export type Place = { model: Model; mode: Mode; rules: RuleSet }
export type SettingValue = string | number | boolean

/** A wanted value that does not apply here: why, and what stands in its place (null: nothing). */
export type SetAside = {
  field: Field
  wanted: SettingValue
  now: SettingValue | null
  reason: FieldProblem
}

/**
 * What of the wanted settings applies: what the model and the mode do not take, and what another choice excludes, is set aside.
 * The result breaks no rule of the catalogue, whatever was wanted; texts and seed are not looked into.
 */
export function effectiveParams(
  wanted: TaskParams,
  place: Place,
): { params: TaskParams; setAside: SetAside[] } {
  const setAside: SetAside[] = []
  let params: TaskParams = { ...wanted }
  for (const field of FIELDS) {
    const value = wanted[field]
    if (value === undefined) continue
    const trouble = placeTrouble(field, value, place)
    if (!trouble) continue
    params = withSetting(params, { field, value: trouble.now })
    setAside.push({ field, wanted: value, ...trouble })
  }
  // Each round takes one choice back to what excludes nothing, so this ends.
  for (let round = 0; round < FIELDS.length; round += 1) {
    const [broken] = brokenExclusions({ ...place, params })
    if (!broken) break
    const { field } = broken
    const value = params[field]
    const now = broken.remedies.find((remedy) => remedy.field === field)?.value ?? null
    params = withSetting(params, { field, value: now })
    if (value !== undefined) {
      setAside.push({ field, wanted: value, now, reason: exclusionProblem(broken, place.model) })
    }
  }
  return { params, setAside }
}

/** Whether model and mode take the field at all. */
export function isFieldTaken(field: Field, { model, mode, rules }: Place): boolean {
  return fieldModes(model, field, rules).includes(mode)
}

function placeTrouble(
  field: Field,
  value: SettingValue,
  { model, mode, rules }: Place,
): { now: SettingValue | null; reason: FieldProblem } | null {
  const modes = fieldModes(model, field, rules)
  if (modes.length === 0) {
    const values = { model: model.label }
    return { now: null, reason: { path: field, code: 'field_not_in_model', values } }
  }
  if (!modes.includes(mode))
    return { now: null, reason: { path: field, code: 'field_not_in_mode' } }
  const offered = fieldValues(model, field, rules)
  if (!offered || offered.includes(value)) return null
  const values = { model: model.label, offered: offered.join(', ') }
  return {
    now: fallback(field, offered),
    reason: { path: field, code: 'value_not_offered', values },
  }
}

/** The default of a field that is always sent; any other is left out. */
function fallback(field: Field, offered: readonly SettingValue[]): SettingValue | null {
  if (field !== 'duration' && field !== 'resolution') return null
  return offered.includes(DEFAULTS[field]) ? DEFAULTS[field] : (offered[0] ?? null)
}

/** The settings with one of them changed; null leaves it out. */
export function withSetting(
  params: TaskParams,
  { field, value }: { field: Field; value: SettingValue | null },
): TaskParams {
  return { ...params, [field]: value ?? undefined }
}
