import { infiniteQueryOptions, type InfiniteData, type QueryKey } from '@tanstack/react-query'
import type { ImagePage } from '@/lib/shared/wire'
import { request } from './api'

const all = () => ['images'] as const

/** Pictures of a page: what fills a dialog twice. */
const PAGE = 24

export const imageQueries = {
  /** Root of every key: invalidating it makes everything about pictures be asked again. */
  all,

  /** This person's pictures, newest first, page by page. */
  list: () =>
    infiniteQueryOptions<ImagePage, Error, InfiniteData<ImagePage>, QueryKey, string | null>({
      queryKey: [...all(), 'list'],
      queryFn: ({ pageParam, signal }) => fetchImagePage({ cursor: pageParam, signal }),
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
      // Whoever opens the list has just uploaded, or not: each opening asks.
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
}

function fetchImagePage(options: {
  cursor: string | null
  signal?: AbortSignal
}): Promise<ImagePage> {
  const query = new URLSearchParams({ limit: String(PAGE) })
  if (options.cursor) query.set('cursor', options.cursor)
  return request({
    path: `/api/images?${query}`,
    schema: (schemas) => schemas.imagePageSchema,
    signal: options.signal,
  })
}
