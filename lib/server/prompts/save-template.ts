import { v7 as uuidv7 } from 'uuid'
import { AppError } from '@/lib/shared/errors'
import { TEMPLATES_MAX, type TemplateBody } from '@/lib/shared/prompts'
import type { Person } from '../accounts/person'
import {
  countTemplates,
  findTemplateByName,
  insertTemplate,
  type PromptTemplate,
  type TemplateText,
} from './prompt-store'
import { nameTaken, readTemplate } from './read-template'

/**
 * Keeps a prompt under a name. The same again, as by a double click, is the template that is there. Throws AppError `invalid`
 * where the name has another text, `too_many_templates`.
 */
export async function saveTemplate(options: {
  person: Person
  body: TemplateBody
  now?: Date
}): Promise<PromptTemplate> {
  const { person, body, now = new Date() } = options
  const text = readTemplate(body)
  const existing = await findTemplateByName(person.id, text.name)
  if (existing) return sameOrTaken(existing, text)
  // Two at the same moment may go one over: the limit keeps the list readable, no more.
  if ((await countTemplates(person.id)) >= TEMPLATES_MAX) {
    throw new AppError('too_many_templates', 'too many', { values: { max: TEMPLATES_MAX } })
  }
  const id = uuidv7({ msecs: now.getTime() })
  const template = { id, owner: person.id, ...text, createdAt: now, updatedAt: now }
  const inserted = await insertTemplate(template)
  return inserted ?? sameOrTaken(await findTemplateByName(person.id, text.name), text)
}

function sameOrTaken(existing: PromptTemplate | null, text: TemplateText): PromptTemplate {
  const isSame = existing?.prompt === text.prompt && existing.negativePrompt === text.negativePrompt
  if (!existing || !isSame) throw nameTaken()
  return existing
}
