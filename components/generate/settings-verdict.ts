import {
  findModel,
  MODELS,
  type Mode,
  type Model,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import {
  effectiveParams,
  isFieldTaken,
  type Place,
  type SetAside,
} from '@/lib/shared/models/effective'
import type { TaskParams } from '@/lib/shared/models/task-params'
import type { FormSettings } from './form-values'

/** What the catalogue says of the form as it stands: what would be sent, and what of the wanted is set aside and why. */
export type SettingsVerdict = Place & {
  params: TaskParams
  setAside: SetAside[]
  /** The wanted mode, where the model lacks it. */
  modeAside: Mode | null
}

export function settingsVerdict(settings: FormSettings, rules: RuleSet): SettingsVerdict {
  const model = modelOf(settings)
  const hasMode = model.modes.includes(settings.mode)
  const mode = hasMode ? settings.mode : 'image'
  const place = { model, mode, rules }
  const { params, setAside } = effectiveParams(wantedParams(settings, place), place)
  return { ...place, params, setAside, modeAside: hasMode ? null : settings.mode }
}

/** A draft may name a model that is no more: the first one then, and the schema says the rest. */
function modelOf({ model }: FormSettings): Model {
  const found = findModel(model) ?? MODELS[0]
  if (!found) throw new Error('the catalogue is empty')
  return found
}

/**
 * The settings as the catalogue reads them. What stands at the page's own default is left out; a switch that has none is said
 * either way where it is taken, so that what is seen is what is sent.
 */
function wantedParams(settings: FormSettings, place: Place): TaskParams {
  const { resolution, duration, negativePrompt, soundEffectContent } = settings
  const seed = settings.seed.trim()
  const wanted: TaskParams = { resolution, duration }
  if (seed !== '') wanted.seed = Number(seed)
  if (negativePrompt.trim() !== '') wanted.negativePrompt = negativePrompt
  if (settings.motionMode !== 'normal') wanted.motionMode = settings.motionMode
  if (settings.style !== '') wanted.style = settings.style
  if (settings.cameraMovement !== '') wanted.cameraMovement = settings.cameraMovement
  if (settings.soundEffectSwitch) wanted.soundEffectSwitch = true
  if (soundEffectContent.trim() !== '') wanted.soundEffectContent = soundEffectContent
  if (settings.thinkingType !== 'auto') wanted.thinkingType = settings.thinkingType
  for (const field of ['generateAudioSwitch', 'generateMultiClipSwitch'] as const) {
    if (settings[field] || isFieldTaken(field, place)) wanted[field] = settings[field]
  }
  return wanted
}
