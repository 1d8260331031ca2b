import * as z from 'zod/mini'
import { TASK_WAYS } from './family'
import { MODES } from './models/catalogue'
import { taskParamsSchema } from './models/task-params'
import { CURRENCIES } from './pricing'
import { TASK_STATUSES, type TaskStatus } from './task-states'
import { PAUSE_REASONS } from './errors'
import { timestampSchema as time } from './timestamp'

/** What the server answers, as schemas: the browser parses every answer with them. */

export const imageSchema = z.object({
  id: z.string(),
  /** Pixels, after turning and scaling. */
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  /** Of the stored re-encode. */
  sha256: z.string(),
  url: z.string(),
  /** Pixels of the file that was sent, upright. */
  originalWidth: z.number(),
  originalHeight: z.number(),
  thumbUrl: z.nullable(z.string()),
})
export type ImageOnWire = z.infer<typeof imageSchema>

export const imagePageSchema = z.object({
  images: z.array(imageSchema),
  nextCursor: z.nullable(z.string()),
})
export type ImagePage = z.infer<typeof imagePageSchema>

export const videoSchema = z.object({
  url: z.string(),
  downloadUrl: z.string(),
  /** A small still: of the clip, or of its first picture; null while there is none. */
  posterUrl: z.nullable(z.string()),
  /** The same in a few pixels, as a data address. */
  blur: z.nullable(z.string()),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  durationMs: z.nullable(z.number()),
  bytes: z.nullable(z.number()),
  sha256: z.nullable(z.string()),
  savedAt: z.nullable(time),
  expiresAt: z.nullable(time),
})

export const taskInputSchema = z.object({
  role: z.enum(['image', 'head', 'tail', 'reference']),
  imageId: z.string(),
  url: z.string(),
  /** Small, and in a few pixels as a data address; null while they are not made. */
  thumbUrl: z.nullable(z.string()),
  blur: z.nullable(z.string()),
  width: z.number(),
  height: z.number(),
  type: z.nullable(z.string()),
  refName: z.nullable(z.string()),
})

export const estimateSchema = z.object({
  credits: z.number(),
  /** Null where prices are kept in another currency: `amount` is in it. */
  usd: z.nullable(z.number()),
  amount: z.number(),
  currency: z.enum(CURRENCIES),
})

export const usageSchema = z.record(z.string(), z.number())

/** What is known of how a task that is under way goes on. */
export const outlookSchema = z.object({
  /** Place among the tasks that wait to be sent, from 1; null once it is sent, or where its batch is paused. */
  place: z.nullable(z.number()),
  /** When the studio does something for it next: sends it, asks, or fetches the clip. */
  nextAt: z.nullable(time),
  /** When the clip will likely be there: nine of ten like it were within this range. */
  readyFrom: z.nullable(time),
  readyUntil: z.nullable(time),
  /** What the range is made of: clips of this studio, or the figures that it starts with. */
  basis: z.enum(['history', 'assumption']),
})
export type Outlook = z.infer<typeof outlookSchema>

export const taskOnWireSchema = z.object({
  id: z.string(),
  status: z.enum(TASK_STATUSES),
  mode: z.enum(MODES),
  model: z.string(),
  prompt: z.string(),
  params: taskParamsSchema,
  inputs: z.array(taskInputSchema),
  /** The gateway's id of the task. */
  taskId: z.nullable(z.string()),
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
  videos: z.array(videoSchema),
  usage: z.nullable(usageSchema),
  estimate: z.nullable(estimateSchema),
  createdAt: time,
  submittedAt: z.nullable(time),
  finishedAt: z.nullable(time),
  attempt: z.number(),
  owner: z.string(),
  /** The batch that it was sent in. */
  batchId: z.nullable(z.string()),
  /** Null once it has ended, and while a person must decide. */
  outlook: z.nullable(outlookSchema),
  /** While a clip is not saved: when the gateway's link to it dies, where the gateway said so. */
  linkExpiresAt: z.nullable(time),
  /** What people added to it. */
  title: z.nullable(z.string()),
  notes: z.nullable(z.string()),
  /** Stars, 1 to 5. */
  rating: z.nullable(z.number()),
  isFavorite: z.boolean(),
  tags: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The task that it was made from, and how many were made from it. */
  parent: z.nullable(z.object({ id: z.string(), way: z.enum(TASK_WAYS) })),
  childCount: z.number(),
  /** In the trash since then. */
  deletedAt: z.nullable(time),
})
export type TaskOnWire = z.infer<typeof taskOnWireSchema>

export const taskPageSchema = z.object({
  tasks: z.array(taskOnWireSchema),
  nextCursor: z.nullable(z.string()),
})
export type TaskPage = z.infer<typeof taskPageSchema>

export const queueSchema = z.object({
  paused: z.nullable(z.object({ reason: z.enum(PAUSE_REASONS), message: z.string(), since: time })),
  /** No new paid request while true: the disk is below its reserve. */
  diskFull: z.boolean(),
  queued: z.number(),
  running: z.number(),
  unconfirmed: z.number(),
  /** Results that were made and could not be saved: like `unconfirmed` they wait for a person's word. */
  lost: z.number(),
})
export type QueueOnWire = z.infer<typeof queueSchema>

/** `data` of a `task` event; the event's id is its number in the event table. */
export type TaskEvent = { id: string; status: TaskStatus }

/** An error on the wire; `message` is in the language that the request asked for. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.optional(
      z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    ),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>
