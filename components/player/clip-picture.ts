import type { TaskOnWire } from '@/lib/shared/wire'

export { clipRatio } from '@/lib/client/gallery/gallery-shape'

/** The picture that stands for a task: its clip's, and until then its input. */
export function clipPicture(task: TaskOnWire): string | null {
  const [input] = task.inputs
  return task.videos[0]?.posterUrl ?? input?.thumbUrl ?? input?.url ?? null
}

/** The same in a few pixels, as an address that needs no request. */
export function clipBlur(task: TaskOnWire): string | null {
  return task.videos[0]?.blur ?? task.inputs[0]?.blur ?? null
}
