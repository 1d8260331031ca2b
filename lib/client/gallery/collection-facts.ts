import { useQuery } from '@tanstack/react-query'
import type { CollectionOnWire } from '@/lib/shared/gallery/change'
import { EMPTY_QUERY, galleryParams, readGalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { TaskOnWire } from '@/lib/shared/wire'
import { request } from '../api'
import { galleryPath, galleryQueries } from './gallery-queries'

/** What a collection shows, as an address has it: what its query finds, or its clips in its own order. */
export function searchOf({ id, query }: CollectionOnWire): string {
  const asked =
    query === null
      ? { ...EMPTY_QUERY, collection: id, sort: 'order' as const }
      : readGalleryQuery(new URLSearchParams(query)).query
  return galleryParams(asked).toString()
}

/** Of what a query fills, the number and the first clip are asked for: the studio stores only the query. */
export function useCollectionFacts(collection: CollectionOnWire): {
  count: number | undefined
  /** Of a collection by hand its own cover is known already. */
  first: TaskOnWire | undefined
} {
  const isSmart = collection.query !== null
  const search = searchOf(collection)
  const counts = useQuery({ ...galleryQueries.counts(search), enabled: isSmart })
  const first = useQuery({ ...firstOf(search), enabled: isSmart && collection.coverUrl === null })
  return { count: isSmart ? counts.data?.total : collection.count, first: first.data?.tasks[0] }
}

function firstOf(search: string) {
  return {
    queryKey: [...galleryQueries.all(), 'first', search],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      request({
        path: galleryPath('/api/tasks', search, { limit: '1' }),
        schema: (schemas) => schemas.taskPageSchema,
        signal,
      }),
  }
}
