import * as z from 'zod/mini'
import { timestampSchema } from './timestamp'

/** What the doctor found, in the reader's words. */
export const diagnosisSchema = z.object({
  /** When it was found. */
  at: timestampSchema,
  findings: z.array(
    z.object({
      check: z.string(),
      verdict: z.enum(['good', 'bad', 'unsure', 'skipped']),
      /** What was looked at. */
      name: z.string(),
      says: z.string(),
      /** What can be done, for what is bad or cannot be known. */
      remedy: z.nullable(z.string()),
    }),
  ),
})
export type Diagnosis = z.infer<typeof diagnosisSchema>
