import * as z from 'zod/mini'

/** The body of `POST /api/tasks/{id}/resolve`. `attempt` is the one the person saw. */
const attempt = z.int()
export const resolutionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('attach'),
    attempt,
    taskId: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({ action: z.literal('resend'), attempt }),
  z.strictObject({ action: z.literal('dismiss'), attempt }),
])
export type Resolution = z.infer<typeof resolutionSchema>
