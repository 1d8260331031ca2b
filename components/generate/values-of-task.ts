import type { TaskOnWire } from '@/lib/shared/wire'
import {
  EMPTY_SETTINGS,
  REFERENCE_TYPES,
  type FormPicture,
  type FormReference,
  type FormSettings,
  type FormValues,
} from './form-values'

type TaskInput = TaskOnWire['inputs'][number]

/** Everything a task was made from, to go on from: its mode, its pictures in their places, every setting. */
export function valuesOfTask(task: TaskOnWire): FormValues {
  const { inputs } = task
  const { seed, ...params } = task.params
  const settings: FormSettings = { ...EMPTY_SETTINGS, mode: task.mode, model: task.model }
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) Object.assign(settings, { [name]: value })
  }
  const pictureAs = (role: TaskInput['role']): FormPicture | null => {
    const found = inputs.find((input) => input.role === role)
    return found ? pictureOfInput(found) : null
  }
  return {
    ...settings,
    seed: seed === undefined ? '' : String(seed),
    prompt: task.prompt,
    image: pictureAs('image'),
    head: pictureAs('head'),
    tail: pictureAs('tail'),
    references: inputs.filter(({ role }) => role === 'reference').map(referenceOfInput),
    parent: null,
  }
}

/** A picture that a task was made of. What it was before it was stored is not known any more. */
export function pictureOfInput({ imageId, url, width, height }: TaskInput): FormPicture {
  return { id: imageId, url, width, height, originalWidth: width, originalHeight: height }
}

function referenceOfInput(input: TaskInput): FormReference {
  return {
    picture: pictureOfInput(input),
    type: REFERENCE_TYPES.find((type) => type === input.type) ?? 'subject',
    refName: input.refName ?? '',
    label: '',
  }
}
