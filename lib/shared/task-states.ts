/** The states of a task (design.md, "States of a task"). */
export const TASK_STATUSES = [
  'queued',
  'submitting',
  'running',
  'archiving',
  'succeeded',
  'failed',
  'unconfirmed',
  'canceled',
] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** States that change without anybody's doing. `unconfirmed` waits for a person. */
export const ACTIVE_STATUSES = [
  'queued',
  'submitting',
  'running',
  'archiving',
] as const satisfies TaskStatus[]

export function isActive(status: TaskStatus): boolean {
  return ACTIVE_STATUSES.some((active) => active === status)
}
