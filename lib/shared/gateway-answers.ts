import * as z from 'zod/mini'
import { timestampSchema as time } from './timestamp'

/** `GET /api/tasks/{id}/answers`: what the gateway answered, oldest first; of the questions only the last one. */
export const answersSchema = z.object({
  answers: z.array(
    z.object({
      at: time,
      attempt: z.number(),
      /** submit, query */
      kind: z.string(),
      httpStatus: z.nullable(z.number()),
      requestId: z.nullable(z.string()),
      verdict: z.string(),
      /** As it came: cut, and cleared of secrets. */
      body: z.nullable(z.string()),
    }),
  ),
})
export type AnswersOnWire = z.infer<typeof answersSchema>
