import { queryOptions } from '@tanstack/react-query'
import { GALLERY_PAGE } from '@/lib/shared/limits'
import type { TaskPage } from '@/lib/shared/wire'
import { request, requestRead } from '../api'
import { parsePlace } from './parse-place'
import { parseShape, type Shape } from './gallery-shape'

// No "use client" here: the server's page fills the first page before it renders.

/** How long a page is kept after it was last on the screen: a hundred thousand clips are not held in memory. */
const KEEP_PAGE_MS = 60_000

const all = () => ['gallery'] as const

/** What is known of the gallery of one query; `search` is its canonical address (`galleryParams`). */
export const galleryQueries = {
  /** Root of every key. After a change use `renewGallery`: asking for parts one by one would move what is being looked at. */
  all,
  pages: () => [...all(), 'page'] as const,
  shapes: () => [...all(), 'shape'] as const,

  /** A page is known by the cursor that it begins at; null is the first one. Events mend it clip by clip. */
  page: (search: string, cursor: string | null) =>
    queryOptions({
      queryKey: [...all(), 'page', search, cursor],
      queryFn: ({ signal }) => fetchGalleryPage({ search, cursor, signal }),
      staleTime: Infinity,
      gcTime: cursor === null ? Infinity : KEEP_PAGE_MS,
    }),

  /** Every clip's ratio and where each page begins. */
  shape: (search: string) =>
    queryOptions({
      queryKey: [...all(), 'shape', search],
      queryFn: ({ signal }) => fetchShape(search, signal),
      staleTime: Infinity,
      structuralSharing: false,
    }),

  /** How many clips each choice of a filter would leave. */
  counts: (search: string) =>
    queryOptions({
      queryKey: [...all(), 'counts', search],
      queryFn: ({ signal }) =>
        request({
          path: galleryPath('/api/gallery/counts', search),
          schema: (schemas) => schemas.galleryCountsSchema,
          signal,
        }),
    }),

  /** Where a clip stands, and its neighbours. */
  place: (search: string, id: string) =>
    queryOptions({
      queryKey: [...all(), 'place', search, id],
      queryFn: ({ signal }) =>
        requestRead({
          path: galleryPath('/api/gallery/place', search, { id }),
          read: parsePlace,
          signal,
        }),
    }),

  /** How many clips have come since the youngest that the shape knows. */
  fresh: (search: string, since: string) =>
    queryOptions({
      queryKey: [...all(), 'fresh', search, since],
      queryFn: ({ signal }) =>
        request({
          path: galleryPath('/api/gallery/fresh', search, { since }),
          schema: (schemas) => schemas.galleryFreshSchema,
          signal,
        }),
      staleTime: Infinity,
    }),
}

export function fetchShape(search: string, signal?: AbortSignal): Promise<Shape> {
  return requestRead({ path: galleryPath('/api/gallery/shape', search), read: parseShape, signal })
}

export function fetchGalleryPage(options: {
  search: string
  cursor: string | null
  signal?: AbortSignal
}): Promise<TaskPage> {
  const { search, cursor, signal } = options
  const more = { limit: String(GALLERY_PAGE), ...(cursor !== null && { cursor }) }
  return request({
    path: galleryPath('/api/tasks', search, more),
    schema: (schemas) => schemas.taskPageSchema,
    signal,
  })
}

/** A route of the gallery, asked with a query. */
export function galleryPath(
  route: string,
  search: string,
  more: Record<string, string> = {},
): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(more)) params.set(name, value)
  return `${route}?${params}`
}
