import type { GoOnWay } from '@/lib/shared/family'
import type { ImageOnWire, TaskOnWire } from '@/lib/shared/wire'
import { clipPicture } from '../player/clip-picture'
import { toFormPicture, type FormParent, type FormValues } from './form-values'
import { valuesOfTask } from './values-of-task'

/** What somebody goes on from, and what they take along. `frame`: the clip's last one, as a stored picture. */
export type Origin = { task: TaskOnWire; way: GoOnWay; frame: ImageOnWire | null }

/** What of the form it fills; the rest stays as it was. */
export function takenFrom(origin: Origin): Partial<FormValues> {
  const all = valuesOfTask(origin.task)
  const parent = parentOf(origin)
  const { prompt, negativePrompt, mode, image, head, tail, references } = all
  switch (origin.way) {
    case 'prompt':
      return { prompt, negativePrompt, parent }
    case 'pictures':
      return { mode, image, head, tail, references, parent }
    case 'longer': {
      const frame = origin.frame && toFormPicture(origin.frame)
      return { ...all, mode: 'image', image: frame, head: null, tail: null, references: [], parent }
    }
    default:
      return { ...all, parent }
  }
}

function parentOf(origin: Origin): FormParent {
  const { task, way } = origin
  return {
    taskId: task.id,
    way,
    title: task.title ?? task.prompt,
    pictureUrl: clipPicture(task) ?? '',
    prompt: way === 'pictures' || way === 'longer' ? '' : task.prompt,
    imageIds: imagesOf(origin),
  }
}

function imagesOf({ task, way, frame }: Origin): string[] {
  if (way === 'prompt') return []
  if (way === 'longer') return frame ? [frame.id] : []
  return task.inputs.map(({ imageId }) => imageId)
}
