import { v7 as uuidv7 } from 'uuid'
import { AppError, type FieldProblem } from '@/lib/shared/errors'
import type { CollectionChange } from '@/lib/shared/gallery/change'
import { COLLECTION_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import { galleryParams, readGalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { readName } from '@/lib/shared/gallery/tag-name'
import type { Person } from '../../accounts/person'
import { getCollection } from './read-collections'
import {
  deleteCollection as deleteRow,
  insertCollection,
  updateCollection,
  type CollectionRow,
} from './store/collections'
import { moveItem } from './store/order'

/** Makes one: filled by a query where there is one, else by hand. Throws AppError invalid. */
export async function createCollection(options: {
  person: Person
  name: string
  query: string | null
  now?: Date
}): Promise<CollectionRow> {
  const { person, now = new Date() } = options
  const id = uuidv7({ msecs: now.getTime() })
  const name = nameOf(options.name)
  const query = options.query === null ? null : canonical(options.query)
  const row = { id, owner: person.id, name, query, createdAt: now }
  if (!(await insertCollection(row))) refuse({ path: 'name', code: 'name_taken' })
  return getCollection(person, id)
}

/** Another name, query or cover, or one clip at another place. Throws AppError: not_found, invalid, conflict. */
export async function changeCollection(options: {
  person: Person
  id: string
  change: CollectionChange
  now?: Date
}): Promise<CollectionRow> {
  const { person, id, change, now = new Date() } = options
  const collection = await getCollection(person, id)
  const { name, query, coverTaskId, move } = change
  // What is filled by hand stays so, and the other way round: nothing that was put in is lost by a change of this.
  if (query !== undefined && collection.query === null) throw new AppError('conflict')
  if (move && collection.query !== null) throw new AppError('conflict')
  const data = {
    ...(name !== undefined && { name: nameOf(name) }),
    ...(query !== undefined && { query: canonical(query) }),
    ...(coverTaskId !== undefined && { coverTaskId }),
  }
  if (!(await updateCollection({ owner: person.id, id, data, now }))) {
    refuse({ path: 'name', code: 'name_taken' })
  }
  if (move && !(await moveItem({ collectionId: id, ...move }))) throw new AppError('not_found')
  return getCollection(person, id)
}

/** The clips stay. Throws AppError not_found. */
export async function deleteCollection(person: Person, id: string): Promise<void> {
  if (!(await deleteRow(person.id, id))) throw new AppError('not_found')
}

function nameOf(text: string): string {
  const name = readName(text, COLLECTION_MAX_CHARACTERS)
  if (name !== null) return name
  if (text.trim() === '') return refuse({ path: 'name', code: 'required' })
  return refuse({ path: 'name', code: 'too_long', values: { max: COLLECTION_MAX_CHARACTERS } })
}

/** The address of a query, always the same for the same one. */
function canonical(address: string): string {
  const { query, dropped } = readGalleryQuery(new URLSearchParams(address))
  const problems = dropped.map(({ name }): FieldProblem => {
    return { path: `query.${name}`, code: 'wrong_type' }
  })
  if (problems.length > 0) throw new AppError('invalid', 'no such filter', { fields: problems })
  return galleryParams(query).toString()
}

function refuse(problem: FieldProblem): never {
  throw new AppError('invalid', 'no such collection', { fields: [problem] })
}
