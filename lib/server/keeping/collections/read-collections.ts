import { AppError } from '@/lib/shared/errors'
import type { Person } from '../../accounts/person'
import {
  findCollection,
  listCollections as listRows,
  type CollectionRow,
} from './store/collections'

/** By name. */
export function listCollections(person: Person): Promise<CollectionRow[]> {
  return listRows(person.id)
}

/** Throws AppError not_found. */
export async function getCollection(person: Person, id: string): Promise<CollectionRow> {
  const collection = await findCollection(person.id, id)
  if (!collection) throw new AppError('not_found')
  return collection
}
