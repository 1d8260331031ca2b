import { isActive, type TaskStatus } from './task-states'

/** Milliseconds until the browser should look again without an event stream, or false when nothing is left to happen. */
export function lookAgainAfter(
  tasks: readonly { status: TaskStatus; createdAt: string }[],
  now: number,
): number | false {
  const active = tasks.filter((task) => isActive(task.status))
  if (active.length === 0) return false
  const youngest = Math.max(...active.map((task) => Date.parse(task.createdAt)))
  const age = now - youngest
  if (age < 60_000) return 2_000
  return age < 10 * 60_000 ? 5_000 : 30_000
}
