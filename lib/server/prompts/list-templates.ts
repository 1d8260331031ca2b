import type { Person } from '../accounts/person'
import { findTemplates, type PromptTemplate } from './prompt-store'

/** All of this person's, the last changed first: there are never more than a page shows. */
export function listTemplates(person: Person): Promise<PromptTemplate[]> {
  return findTemplates(person.id)
}
