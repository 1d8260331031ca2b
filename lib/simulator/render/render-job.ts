import * as z from 'zod'

/** The part that a picture has in its clip. */
export const roleSchema = z.enum(['first', 'last', 'subject', 'background'])
export type Role = z.infer<typeof roleSchema>

/** What is rendered; it also travels to the render thread. */
export const renderJobSchema = z.object({
  /** A first picture, with or without a last; or references, subjects in the order of their places. */
  pictures: z.array(z.object({ file: z.string(), role: roleSchema })),
  move: z.string().nullable(),
  /** Pixels, even. */
  width: z.number(),
  height: z.number(),
  seconds: z.number(),
  /** How many shots the clip is cut into; 1 is a clip without a cut. */
  shots: z.number(),
  /** The words that the sound is made from; null for a clip without a sound track. */
  sound: z.string().nullable(),
})
export type RenderJob = z.infer<typeof renderJobSchema>
