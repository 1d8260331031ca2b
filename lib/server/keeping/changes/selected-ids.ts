import { AppError } from '@/lib/shared/errors'
import type { Selection } from '@/lib/shared/gallery/change'
import { readGalleryQuery, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { Person } from '../../accounts/person'

/** Ids of all that a query finds, in its order; none younger than `youngest`. */
export type SelectIds = (options: {
  person: Person
  query: GalleryQuery
  youngest: string | null
}) => Promise<string[]>

/** What was selected, as the person saw it. Throws AppError invalid for a query with filters that mean nothing. */
export async function selectedIds(
  person: Person,
  selection: Selection,
  select: SelectIds,
): Promise<string[]> {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const { query, dropped } = readGalleryQuery(new URLSearchParams(selection.query))
  if (dropped.length > 0) {
    const fields = dropped.map(({ name }) => ({
      path: `selection.query.${name}`,
      code: 'wrong_type' as const,
    }))
    throw new AppError('invalid', 'no such filter', { fields })
  }
  const except = new Set(selection.except)
  const ids = await select({ person, query, youngest: selection.youngest })
  return ids.filter((id) => !except.has(id))
}
