import { AppError } from '@/lib/shared/errors'
import type { TemplateBody } from '@/lib/shared/prompts'
import type { Person } from '../accounts/person'
import { updateTemplate, type PromptTemplate } from './prompt-store'
import { nameTaken, readTemplate } from './read-template'

/** Another name, or another text. Throws AppError `not_found`, or `invalid` also where another template has the name. */
export async function changeTemplate(options: {
  person: Person
  id: string
  body: TemplateBody
  now?: Date
}): Promise<PromptTemplate> {
  const { person, id, body, now = new Date() } = options
  const text = readTemplate(body)
  const changed = await updateTemplate({ owner: person.id, id, text, now })
  if (changed === 'gone') throw new AppError('not_found')
  if (!changed) throw nameTaken()
  return changed
}
