import * as z from 'zod/mini'
import { DEFAULT_MODEL, DEFAULTS } from '@/lib/shared/models/catalogue'
import { taskSchema, type TaskBody } from '@/lib/shared/task-schema'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { TaskParams } from '@/lib/shared/models/task-params'
import type { ImageOnWire, TaskOnWire } from '@/lib/shared/wire'

const pictureSchema = z.object({
  id: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  originalWidth: z.number(),
  originalHeight: z.number(),
})
export type FormPicture = z.infer<typeof pictureSchema>

/** What the form holds, under the names of the body's fields. */
const formValuesSchema = z.object({
  image: z.nullable(pictureSchema),
  prompt: z.string(),
  model: z.string(),
  resolution: z.string(),
  /** Seconds. */
  duration: z.number(),
  /** As typed; empty is free. */
  seed: z.string(),
  negativePrompt: z.string(),
})
export type FormValues = z.infer<typeof formValuesSchema>
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

/** The route's own schema, fed from the form. */
export function formSchema(rules: RuleSet) {
  return z.pipe(
    z.pipe(
      z.custom<FormValues>(),
      z.transform((values: FormValues): unknown => toBody(values)),
    ),
    taskSchema(rules),
  )
}

/** A draft of an older version is no draft. */
export function readDraftValues(stored: unknown): FormValues | null {
  const parsed = formValuesSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

export function toFormPicture(image: ImageOnWire): FormPicture {
  return pictureSchema.parse(image)
}

/** A task's settings, to go on from. Of several pictures the first is taken. */
export function valuesOfTask(task: TaskOnWire): FormValues {
  const [input] = task.inputs
  const { params } = task
  return {
    image: input
      ? {
          id: input.imageId,
          url: input.url,
          width: input.width,
          height: input.height,
          originalWidth: input.width,
          originalHeight: input.height,
        }
      : null,
    prompt: task.prompt,
    model: task.model,
    resolution: params.resolution,
    duration: params.duration,
    seed: params.seed === undefined ? '' : String(params.seed),
    negativePrompt: params.negativePrompt ?? '',
  }
}
