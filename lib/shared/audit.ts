import * as z from 'zod/mini'
import { timestampSchema as time } from './timestamp'

/** What there is to say beyond that it was done. */
export const auditDetailSchema = z.partial(
  z.object({
    /** The attempt that was current. */
    attempt: z.number(),
    /** The gateway's id that was attached. */
    upstreamTaskId: z.string(),
    /** The task that was made of it. */
    to: z.string(),
    /** Why the queue was paused. */
    reason: z.string(),
    batchId: z.string(),
  }),
)
export type AuditDetail = z.infer<typeof auditDetailSchema>

export const auditEntrySchema = z.object({
  id: z.number(),
  at: time,
  owner: z.string(),
  /** One of `AUDIT_ACTIONS`, or of another version of the studio. */
  action: z.string(),
  taskId: z.nullable(z.string()),
  detail: auditDetailSchema,
  /** Null where there is none, or none any more. */
  task: z.nullable(z.object({ prompt: z.string(), isDeleted: z.boolean() })),
})
export type AuditEntryOnWire = z.infer<typeof auditEntrySchema>

/** Newest first. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  nextCursor: z.nullable(z.string()),
})
export type AuditPage = z.infer<typeof auditPageSchema>

/** All that was done to one task, oldest first. */
export const historySchema = z.object({ entries: z.array(auditEntrySchema) })
export type History = z.infer<typeof historySchema>
