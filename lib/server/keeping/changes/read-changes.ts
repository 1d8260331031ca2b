import { AppError } from '@/lib/shared/errors'
import type { Person } from '../../accounts/person'
import { findChange, latestChanges, type ChangeRow } from './store/changes'

const LISTED = 20

/** Throws AppError not_found. */
export async function getChange(options: { person: Person; id: string }): Promise<ChangeRow> {
  const change = await findChange(options.person.id, options.id)
  if (!change) throw new AppError('not_found')
  return change
}

/** What runs, and the latest of what has ended. */
export function listChanges(person: Person): Promise<ChangeRow[]> {
  return latestChanges(person.id, LISTED)
}
