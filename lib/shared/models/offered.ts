import type { FieldProblem } from '@/lib/shared/errors'
import { fieldValues, MODELS, type Field, type Mode, type Model } from './catalogue'
import { withSetting, type Place, type SettingValue } from './effective'
import { brokenExclusions, exclusionProblem, type Remedy } from './exclusions'
import type { TaskParams } from './task-params'

/** Why a choice is off, and what makes it possible: the other settings to change. */
export type Off = { reason: FieldProblem; fix: readonly Remedy[] }
export type Offer = { value: SettingValue; off: Off | null }

/** What is offered for a field here, each with the reason why the other settings rule it out, if they do. */
export function offers(field: Field, params: TaskParams, place: Place): Offer[] {
  const { model, rules } = place
  return (fieldValues(model, field, rules) ?? []).map((value) => ({
    value,
    off: whyOff({ field, value }, params, place),
  }))
}

/** Why `choice` is off beside settings that break no rule themselves; null where it is to be had. */
export function whyOff(choice: Remedy, params: TaskParams, place: Place): Off | null {
  let next = withSetting(params, choice)
  const [first] = brokenExclusions({ ...place, params: next })
  if (!first) return null
  const fix: Remedy[] = []
  for (let broken = first; ;) {
    const remedy = broken.remedies.find(({ field }) => field !== choice.field)
    if (!remedy || fix.includes(remedy)) break
    fix.push(remedy)
    next = withSetting(next, remedy)
    const [more] = brokenExclusions({ ...place, params: next })
    if (!more) break
    broken = more
  }
  return { reason: exclusionProblem(first, place.model), fix }
}

/** Models that have a mode, the catalogue's first choice first. */
export function modelsWithMode(mode: Mode): readonly Model[] {
  return MODELS.filter((model) => model.modes.includes(mode))
}
