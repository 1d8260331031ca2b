import * as z from 'zod/mini'
import { timestampSchema as time } from './timestamp'

/** What a person keeps to write with: their own prompts, and templates. */

/** Characters of a template's name, and templates a person may have. */
export const TEMPLATE_NAME_MAX_CHARACTERS = 80
export const TEMPLATES_MAX = 200

/** One of a person's own prompts, however often it was sent. `lastUsedAt`: of the newest task with it. */
export const usedPromptSchema = z.object({ prompt: z.string(), lastUsedAt: time })
export type UsedPrompt = z.infer<typeof usedPromptSchema>

export const promptPageSchema = z.object({
  prompts: z.array(usedPromptSchema),
  nextCursor: z.nullable(z.string()),
})
export type PromptPage = z.infer<typeof promptPageSchema>

/** What `POST` and `PUT` take. An absent negative prompt is none. */
export const templateBodySchema = z.strictObject({
  name: z.string(),
  prompt: z.string(),
  negativePrompt: z.optional(z.string()),
})
export type TemplateBody = z.infer<typeof templateBodySchema>

export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  prompt: z.string(),
  negativePrompt: z.nullable(z.string()),
  createdAt: time,
  updatedAt: time,
})
export type TemplateOnWire = z.infer<typeof templateSchema>

export const templateListSchema = z.object({ templates: z.array(templateSchema) })
