import { DEFAULT_MODEL, DEFAULTS, FIELDS, MODES, type Mode } from '@/lib/shared/models/catalogue'
import { TASK_WAYS, type TaskWay } from '@/lib/shared/family'
import { hasFields, type Shaped } from '@/lib/shared/has-fields'
import type { ImageOnWire } from '@/lib/shared/wire'

const PICTURE = {
  id: 'string',
  url: 'string',
  width: 'number',
  height: 'number',
  originalWidth: 'number',
  originalHeight: 'number',
} as const
export type FormPicture = Shaped<typeof PICTURE>

const PARENT = {
  taskId: 'string',
  way: 'string',
  title: 'string',
  pictureUrl: 'string',
  prompt: 'string',
} as const

export const REFERENCE_TYPES = ['subject', 'background'] as const
export type ReferenceType = (typeof REFERENCE_TYPES)[number]
/** `label` is what the person calls it, in any script; `refName` what is sent and written as `@name`. */
export type FormReference = {
  picture: FormPicture
  type: ReferenceType
  refName: string
  label: string
}

/** What the next clip goes on from: see `standing-parent.ts`. */
export type FormParent = {
  taskId: string
  way: TaskWay
  /** How it is called to the person. */
  title: string
  pictureUrl: string
  /** What came with it: its prompt, or none of it, and its pictures. */
  prompt: string
  imageIds: string[]
}

export type FormSettings = {
  mode: Mode
  model: string
  resolution: string
  /** Seconds. */
  duration: number
  /** As typed; empty is free. */
  seed: string
  /** Kept for the next clips, too. */
  isSeedLocked: boolean
  negativePrompt: string
  motionMode: string
  /** Empty is none, here and for the camera. */
  style: string
  cameraMovement: string
  soundEffectSwitch: boolean
  soundEffectContent: string
  generateAudioSwitch: boolean
  generateMultiClipSwitch: boolean
  thinkingType: string
}

/** What is wanted, whatever the model and the mode take of it (see `settings-verdict.ts`): so it comes back with them. */
export type FormValues = FormSettings & {
  prompt: string
  image: FormPicture | null
  head: FormPicture | null
  tail: FormPicture | null
  references: FormReference[]
  parent: FormParent | null
}
export type FormField = Exclude<keyof FormValues, 'parent'>

export const EMPTY_SETTINGS: FormSettings = {
  mode: 'image',
  model: DEFAULT_MODEL,
  resolution: DEFAULTS.resolution,
  duration: DEFAULTS.duration,
  seed: '',
  isSeedLocked: false,
  negativePrompt: '',
  motionMode: 'normal',
  style: '',
  cameraMovement: '',
  soundEffectSwitch: false,
  soundEffectContent: '',
  generateAudioSwitch: false,
  generateMultiClipSwitch: false,
  thinkingType: 'auto',
}

export const EMPTY_FORM: FormValues = {
  ...EMPTY_SETTINGS,
  prompt: '',
  image: null,
  head: null,
  tail: null,
  references: [],
  parent: null,
}

export const FORM_FIELDS = [
  ...FIELDS,
  'mode',
  'model',
  'isSeedLocked',
  'prompt',
  'image',
  'head',
  'tail',
  'references',
] as const satisfies FormField[]

const SETTING_NAMES = [
  ...FIELDS,
  'mode',
  'model',
  'isSeedLocked',
] as const satisfies (keyof FormSettings)[]

/** The settings alone: a look at them does not change with every letter of the prompt. */
export function settingsOf(values: FormSettings): FormSettings {
  const settings: FormSettings = { ...EMPTY_SETTINGS }
  for (const name of SETTING_NAMES) Object.assign(settings, { [name]: values[name] })
  return settings
}

/** A stored draft; what another version wrote differently is left at its beginning, the rest is kept. */
export function readDraftValues(stored: unknown): FormValues | null {
  if (typeof stored !== 'object' || stored === null) return null
  const values: FormValues = { ...EMPTY_FORM }
  for (const [name, empty] of Object.entries({ ...EMPTY_SETTINGS, prompt: '' })) {
    const value: unknown = Reflect.get(stored, name)
    if (typeof value === typeof empty) Object.assign(values, { [name]: value })
  }
  values.mode = MODES.find((mode) => mode === values.mode) ?? EMPTY_FORM.mode
  for (const name of ['image', 'head', 'tail'] as const) {
    const picture: unknown = Reflect.get(stored, name)
    values[name] = hasFields(picture, PICTURE) ? picture : null
  }
  const references: unknown = Reflect.get(stored, 'references')
  values.references = Array.isArray(references) ? references.filter(isReference) : []
  const parent: unknown = Reflect.get(stored, 'parent')
  values.parent = isParent(parent) ? parent : null
  return values
}

function isParent(value: unknown): value is FormParent {
  return (
    hasFields(value, PARENT) &&
    TASK_WAYS.some((way) => way === value.way) &&
    'imageIds' in value &&
    Array.isArray(value.imageIds) &&
    value.imageIds.every((id) => typeof id === 'string')
  )
}

function isReference(value: unknown): value is FormReference {
  return (
    hasFields(value, { type: 'string', refName: 'string', label: 'string' }) &&
    REFERENCE_TYPES.some((type) => type === value.type) &&
    'picture' in value &&
    hasFields(value.picture, PICTURE)
  )
}

export function toFormPicture(image: ImageOnWire): FormPicture {
  const { id, url, width, height, originalWidth, originalHeight } = image
  return { id, url, width, height, originalWidth, originalHeight }
}
