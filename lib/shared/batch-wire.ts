import * as z from 'zod/mini'
import { TASK_STATUSES } from './task-states'
import { timestampSchema as time } from './timestamp'
import { estimateSchema, taskOnWireSchema } from './wire'

/** `paused`: what waits is not sent. `done`: nothing waits and nothing is under way. */
export const BATCH_STATUSES = ['active', 'paused', 'done'] as const

export const batchOnWireSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  status: z.enum(BATCH_STATUSES),
  pausedAt: z.nullable(time),
  /** Tasks that are not in the trash. */
  total: z.number(),
  /** How many of them are in each state. */
  counts: z.record(z.enum(TASK_STATUSES), z.number()),
  /** Of all that have a price and were not canceled; null where there is none. */
  estimate: z.nullable(estimateSchema),
  createdAt: time,
  owner: z.string(),
})
export type BatchOnWire = z.infer<typeof batchOnWireSchema>

export const batchPageSchema = z.object({
  batches: z.array(batchOnWireSchema),
  nextCursor: z.nullable(z.string()),
})

export const batchWithTasksSchema = z.extend(batchOnWireSchema, {
  tasks: z.array(taskOnWireSchema),
})
export type BatchWithTasks = z.infer<typeof batchWithTasksSchema>

/** The answer to a cancel: how many were taken out of the queue now, and how many are with the gateway and go on. */
export const canceledBatchSchema = z.extend(batchOnWireSchema, {
  canceledNow: z.number(),
  goingOn: z.number(),
})
export type CanceledBatch = z.infer<typeof canceledBatchSchema>
