import type { TaskBody } from './task-schema'
import type { TaskOnWire } from './wire'

/** The body of `POST /api/tasks` that would make such a task again. */
export function bodyOfTask({ model, prompt, params, inputs }: TaskOnWire): TaskBody {
  return { model, prompt, ...picturesOf(inputs), ...params }
}

function picturesOf(inputs: TaskOnWire['inputs']): Partial<TaskBody> {
  const pictureAs = (role: string) => {
    const found = inputs.find((input) => input.role === role)
    return found && { imageId: found.imageId }
  }
  const [image, head, tail] = [pictureAs('image'), pictureAs('head'), pictureAs('tail')]
  if (image) return { image }
  if (head && tail) return { headtailImages: { head, tail } }
  return {
    characterImages: inputs.map(({ imageId, type, refName }) => ({
      imageId,
      type: type === 'background' ? type : 'subject',
      refName: refName ?? '',
    })),
  }
}
