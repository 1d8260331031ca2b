import type { Person } from '../accounts/person'
import { findPrompts, type PromptUse } from './prompt-store'

/** A page of the prompts that this person has used, the last used first. `cursor` is what the page before gave. */
export async function listPrompts(options: {
  person: Person
  query: string
  limit: number
  cursor: string | null
}): Promise<{ prompts: PromptUse[]; nextCursor: string | null }> {
  const { person, query, limit, cursor } = options
  const found = await findPrompts({ owner: person.id, query, limit: limit + 1, cursor })
  const prompts = found.slice(0, limit)
  return { prompts, nextCursor: found.length > limit ? (prompts.at(-1)?.id ?? null) : null }
}
