import type { Person } from '../../accounts/person'
import { getChange } from './read-changes'
import { stopChange as stop, type ChangeRow } from './store/changes'

/** Leaves it at what is done by now; one that has ended stays as it is. Throws AppError not_found. */
export async function stopChange(options: {
  person: Person
  id: string
  now?: Date
}): Promise<ChangeRow> {
  const { person, id, now = new Date() } = options
  await stop(person.id, id, now)
  return getChange({ person, id })
}
