import type { TaskOnWire } from '@/lib/shared/wire'

/** Where a task has no picture of its own. */
const FALLBACK_RATIO = 16 / 9

/** Width over height of a task's place in a row: its input's, so that nothing moves when the clip arrives. */
export function clipRatio(task: TaskOnWire): number {
  const source = task.inputs[0] ?? task.videos[0]
  return source?.width && source.height ? source.width / source.height : FALLBACK_RATIO
}

/** The picture that stands for a task: its clip's, and until then its input. */
export function clipPicture(task: TaskOnWire): string | null {
  const [input] = task.inputs
  return task.videos[0]?.posterUrl ?? input?.thumbUrl ?? input?.url ?? null
}

/** The same in a few pixels, as an address that needs no request. */
export function clipBlur(task: TaskOnWire): string | null {
  return task.videos[0]?.blur ?? task.inputs[0]?.blur ?? null
}
