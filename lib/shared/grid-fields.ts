import type { GridField, GridValue } from './expand-grid'
import {
  fieldModes,
  fieldValues,
  findModel,
  MODELS,
  type Mode,
  type RuleSet,
} from './models/catalogue'
import type { TaskBody } from './task-schema'

/** Settings that a grid can vary beside pictures, words and the model, in the order in which they are offered. */
const VARIED = [
  'resolution',
  'duration',
  'motionMode',
  'style',
  'cameraMovement',
  'soundEffectSwitch',
  'generateAudioSwitch',
  'generateMultiClipSwitch',
  'thinkingType',
] as const satisfies GridField[]
export type VariedField = 'model' | (typeof VARIED)[number]

export type FieldOffer = {
  field: VariedField
  values: readonly GridValue[]
  /** What the base has, said or not. */
  current: GridValue
}

/** What a body says by saying nothing. */
const UNSAID: Partial<Record<VariedField, GridValue>> = {
  motionMode: 'normal',
  style: 'normal',
  cameraMovement: null,
  soundEffectSwitch: false,
  generateAudioSwitch: false,
  generateMultiClipSwitch: false,
  thinkingType: 'auto',
}

/** What of these models can be varied in the mode of `base`, each with what any of them offers; a single value is no choice. */
export function gridFields(options: {
  base: TaskBody
  models: readonly string[]
  rules: RuleSet
}): FieldOffer[] {
  const { base, rules } = options
  const mode = modeOf(base)
  const models = options.models.flatMap((id) => findModel(id) ?? [])
  const inMode = MODELS.filter((model) => model.modes.includes(mode)).map(({ id }) => id)
  const settings = VARIED.map((field): FieldOffer => {
    const offers = models
      .filter((model) => fieldModes(model, field, rules).includes(mode))
      .flatMap((model) => fieldValues(model, field, rules) ?? [false, true])
    const canBeNone = field === 'cameraMovement' && offers.length > 0
    const values = [...(canBeNone ? [null] : []), ...new Set(offers)]
    return { field, values, current: base[field] ?? UNSAID[field] ?? null }
  })
  const model: FieldOffer = { field: 'model', values: inMode, current: base.model }
  return [model, ...settings].filter(({ values }) => values.length > 1)
}

export function modeOf(body: TaskBody): Mode {
  if (body.headtailImages) return 'frames'
  return body.characterImages ? 'reference' : 'image'
}
