/**
 * How a task came from another: `retry` after a failure, `all` of its settings, only its `prompt` or its `pictures`, the same with a new
 * `seed`, or `longer`: its last frame as the first one.
 */
export const TASK_WAYS = ['retry', 'all', 'prompt', 'pictures', 'seed', 'longer'] as const
export type TaskWay = (typeof TASK_WAYS)[number]

/** Those that a person goes on by; a retry is made by itself. */
export const GO_ON_WAYS = [
  'all',
  'prompt',
  'pictures',
  'seed',
  'longer',
] as const satisfies TaskWay[]
export type GoOnWay = (typeof GO_ON_WAYS)[number]
