import { AppError } from '@/lib/shared/errors'
import type { Person } from '../../accounts/person'
import { findCollection } from './store/collections'

/** Throws AppError: not_found, or conflict for one that a query fills. */
export async function assertKeptByHand(person: Person, id: string): Promise<void> {
  const collection = await findCollection(person.id, id)
  if (!collection) throw new AppError('not_found')
  if (collection.query !== null) throw new AppError('conflict', 'a query fills it')
}
