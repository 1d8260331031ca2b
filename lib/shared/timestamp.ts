import * as z from 'zod/mini'

/**
 * A moment as JSON has it, in ISO 8601. Not `z.iso`: with it the bundler keeps the whole of zod in what a page loads to read an answer.
 */
export const timestampSchema = z
  .string()
  .check(z.refine((text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))))
