import * as z from 'zod/mini'
import { TASK_WAYS } from './family'
import { TASK_STATUSES } from './task-states'
import { timestampSchema as time } from './timestamp'

/** One of a task's family: what a link with a still needs. */
export const familyMemberSchema = z.object({
  id: z.string(),
  status: z.enum(TASK_STATUSES),
  title: z.nullable(z.string()),
  prompt: z.string(),
  /** How it came from its own parent; null for the first of a line. */
  way: z.nullable(z.enum(TASK_WAYS)),
  pictureUrl: z.nullable(z.string()),
  blur: z.nullable(z.string()),
  /** In the trash since then: it has no page. */
  deletedAt: z.nullable(time),
})
export type FamilyMember = z.infer<typeof familyMemberSchema>

/** `GET /api/tasks/{id}/family`: the line that a task comes from, oldest first, and what was made beside it and of it, newest first. */
export const familySchema = z.object({
  ancestors: z.array(familyMemberSchema),
  siblings: z.array(familyMemberSchema),
  children: z.array(familyMemberSchema),
})
export type FamilyOnWire = z.infer<typeof familySchema>
