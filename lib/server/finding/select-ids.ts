import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { Person } from '../accounts/person'
import { taskSearch } from './search'

/**
 * Ids of all that a query finds, in its order and in parts; none younger than `youngest`, and none of `except`. They are those of the
 * moment at which the first part is asked for, whatever happens to them meanwhile.
 */
export function selectIds(options: {
  person: Person
  query: GalleryQuery
  youngest: string | null
  except?: readonly string[]
}): AsyncIterable<string[]> {
  const { query, youngest, except = [] } = options
  return taskSearch().selectIds(query, { youngest, except })
}
