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

/** Settings in words, of which a grid can have any number. */
export const VARIED_TEXTS = ['negativePrompt', 'soundEffectContent'] as const satisfies GridField[]
export type VariedText = (typeof VARIED_TEXTS)[number]

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

type Choice = { base: TaskBody; models: readonly string[]; rules: RuleSet }

function knownModels({ models }: Choice) {
  return models.flatMap((id) => findModel(id) ?? [])
}

/** What of these models can be varied in the mode of `base`, each with what any of them offers; a single value is no choice. */
export function gridFields(options: Choice): FieldOffer[] {
  const { base, rules } = options
  const mode = modeOf(base)
  const models = knownModels(options)
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

/** The settings in words that any of these models takes in the mode of `base`. */
export function gridTexts(options: Choice): VariedText[] {
  const { base, rules } = options
  const models = knownModels(options)
  return VARIED_TEXTS.filter((field) =>
    models.some((model) => fieldModes(model, field, rules).includes(modeOf(base))),
  )
}

export function modeOf(body: TaskBody): Mode {
  if (body.headtailImages) return 'frames'
  return body.characterImages ? 'reference' : 'image'
}
