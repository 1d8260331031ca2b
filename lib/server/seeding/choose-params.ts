import {
  fieldModes,
  fieldValues,
  MODELS,
  type Field,
  type Mode,
  type Model,
  type Value,
} from '@/lib/shared/models/catalogue'
import type { TaskParams } from '@/lib/shared/models/task-params'
import { SEED_MAX } from '@/lib/shared/limits'
import { pick, pickUneven, whole, type Random } from './random'
import type { Written } from './write-words'

export type Settings = { model: string; mode: Mode; params: TaskParams }

/** Settings that the catalogue allows, of every model and mode. */
export function chooseSettings(random: Random, words: Written): Settings {
  const model = pickUneven(random, MODELS)
  const mode = pickUneven(random, model.modes)
  return { model: model.id, mode, params: chooseParams(random, { model, mode, words }) }
}

type Chosen = { model: Model; mode: Mode; words: Written }

function chooseParams(random: Random, chosen: Chosen): TaskParams {
  const { model, mode, words } = chosen
  const takes = (field: Field, share: number) =>
    fieldModes(model, field, 'strict').includes(mode) && random() < share
  const duration = Number(pickUneven(random, valuesOf(model, 'duration')))
  const resolution = chooseResolution(random, model, duration)
  const params: TaskParams = { duration, resolution }
  if (takes('seed', 0.7)) params.seed = random() < 0.1 ? 42 : whole(random, 0, SEED_MAX)
  if (takes('negativePrompt', 0.4)) params.negativePrompt = words.negativePrompt
  if (takes('style', 0.5)) params.style = String(pick(random, valuesOf(model, 'style')))
  if (takes('cameraMovement', 0.6))
    params.cameraMovement = String(pickUneven(random, valuesOf(model, 'cameraMovement')))
  if (takes('motionMode', 0.3)) params.motionMode = chooseMotion(random, model, params)
  if (takes('soundEffectSwitch', 0.25)) {
    params.soundEffectSwitch = random() < 0.9
    if (params.soundEffectSwitch) params.soundEffectContent = words.sound
  }
  if (takes('generateAudioSwitch', 0.5)) params.generateAudioSwitch = random() < 0.7
  if (takes('generateMultiClipSwitch', 0.2)) params.generateMultiClipSwitch = true
  if (takes('thinkingType', 0.5))
    params.thinkingType = String(pick(random, valuesOf(model, 'thinkingType')))
  return params
}

function chooseResolution(random: Random, model: Model, duration: number): string {
  const all = valuesOf(model, 'resolution').map(String)
  const offered = model.fullHdSeconds.includes(duration)
    ? all
    : all.filter((name) => name !== '1080p')
  return pick(random, offered)
}

function chooseMotion(random: Random, model: Model, params: TaskParams): string {
  const mayBeFast =
    params.duration === 5 && params.resolution !== '1080p' && params.cameraMovement === undefined
  const offered = valuesOf(model, 'motionMode').filter((value) => mayBeFast || value !== 'fast')
  return String(pick(random, offered))
}

function valuesOf(model: Model, field: Field): readonly Value[] {
  return fieldValues(model, field, 'strict') ?? []
}
