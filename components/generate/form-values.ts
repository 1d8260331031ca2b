import { DEFAULT_MODEL, DEFAULTS } from '@/lib/shared/models/catalogue'
import { hasFields, type Shaped } from '@/lib/shared/has-fields'
import type { TaskParams } from '@/lib/shared/models/task-params'
import type { TaskBody } from '@/lib/shared/task-schema'
import type { ImageOnWire, TaskOnWire } from '@/lib/shared/wire'

const PICTURE = {
  id: 'string',
  url: 'string',
  width: 'number',
  height: 'number',
  originalWidth: 'number',
  originalHeight: 'number',
} as const
export type FormPicture = Shaped<typeof PICTURE>

const SETTINGS = {
  prompt: 'string',
  model: 'string',
  resolution: 'string',
  /** Seconds. */
  duration: 'number',
  /** As typed; empty is free. */
  seed: 'string',
  negativePrompt: 'string',
} as const
/** What the form holds, under the names of the body's fields. */
export type FormValues = Shaped<typeof SETTINGS> & { image: FormPicture | null }
export type FormField = keyof FormValues

/** In the order of the page: the first bad one gets the focus. */
export const FORM_FIELDS = [
  'image',
  'prompt',
  'model',
  'resolution',
  'duration',
  'seed',
  'negativePrompt',
] as const satisfies FormField[]

export const EMPTY_FORM: FormValues = {
  image: null,
  prompt: '',
  model: DEFAULT_MODEL,
  resolution: DEFAULTS.resolution,
  duration: DEFAULTS.duration,
  seed: '',
  negativePrompt: '',
}

/** The settings as the catalogue reads them; what was left empty is absent. */
export function toParams(values: FormValues): TaskParams {
  const { resolution, duration, negativePrompt } = values
  const seed = values.seed.trim()
  return {
    resolution,
    duration,
    ...(seed !== '' && { seed: Number(seed) }),
    ...(negativePrompt.trim() !== '' && { negativePrompt }),
  }
}

/** The body of `POST /api/tasks`. */
export function toBody(values: FormValues): TaskBody {
  return {
    model: values.model,
    prompt: values.prompt,
    ...(values.image && { image: { imageId: values.image.id } }),
    ...toParams(values),
  }
}

/** A draft of an older version is no draft. */
export function readDraftValues(stored: unknown): FormValues | null {
  return isFormValues(stored) ? stored : null
}

function isFormValues(value: unknown): value is FormValues {
  if (!hasFields(value, SETTINGS) || !('image' in value)) return false
  return value.image === null || hasFields(value.image, PICTURE)
}

export function toFormPicture(image: ImageOnWire): FormPicture {
  const { id, url, width, height, originalWidth, originalHeight } = image
  return { id, url, width, height, originalWidth, originalHeight }
}

/** A picture that a task was made of. What it was before it was stored is not known any more. */
export function inputPicture(input: TaskOnWire['inputs'][number]): FormPicture {
  const { imageId, url, width, height } = input
  return { id: imageId, url, width, height, originalWidth: width, originalHeight: height }
}

/** A task's settings, to go on from. Of several pictures the first is taken. */
export function valuesOfTask(task: TaskOnWire): FormValues {
  const [input] = task.inputs
  const { params } = task
  return {
    image: input ? inputPicture(input) : null,
    prompt: task.prompt,
    model: task.model,
    resolution: params.resolution,
    duration: params.duration,
    seed: params.seed === undefined ? '' : String(params.seed),
    negativePrompt: params.negativePrompt ?? '',
  }
}
