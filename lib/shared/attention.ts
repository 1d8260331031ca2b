import * as z from 'zod/mini'
import { timestampSchema as time } from './timestamp'
import { taskOnWireSchema } from './wire'

/** A task that waits for a person's word, and what the gateway last said to it in this attempt. */
export const attentionItemSchema = z.object({
  task: taskOnWireSchema,
  answer: z.nullable(
    z.object({
      at: time,
      httpStatus: z.nullable(z.number()),
      requestId: z.nullable(z.string()),
      /** As it came: cut, and cleared of secrets. Where none came, what the connection ended in. */
      body: z.nullable(z.string()),
    }),
  ),
})
export type AttentionItem = z.infer<typeof attentionItemSchema>

/** Newest first. */
export const attentionPageSchema = z.object({
  items: z.array(attentionItemSchema),
  nextCursor: z.nullable(z.string()),
})
export type AttentionPage = z.infer<typeof attentionPageSchema>
