import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { GalleryCounts, GalleryPlace, GalleryShape } from '@/lib/shared/gallery/gallery-wire'

/**
 * All that is asked of the gallery as a whole. One interface, whatever stands behind it: SQLite with what is in memory today
 * (docs/decisions/0015-search.md). Throws AppError `index_building` while the answer cannot be known yet, and `invalid` on a
 * cursor that is none.
 */
export type TaskSearch = {
  /** Ids in the order of the query. */
  pageOf(
    query: GalleryQuery,
    page: { limit: number; cursor: string | null },
  ): Promise<{ ids: string[]; nextCursor: string | null }>
  shapeOf(query: GalleryQuery, pageSize: number): Promise<GalleryShape>
  countsOf(query: GalleryQuery): Promise<GalleryCounts>
  countOf(query: GalleryQuery): Promise<number>
  placeOf(query: GalleryQuery, id: string): Promise<GalleryPlace>
  /** From one to the other, both included, whichever comes first. */
  idsBetween(
    query: GalleryQuery,
    range: { from: string; to: string; limit: number },
  ): Promise<string[]>
  /** Those that came after one; all of them after none. */
  freshCount(query: GalleryQuery, since: string | null): Promise<number>
  /** All ids, as they are when the first part is asked for, but for what is younger than `youngest`, and some. */
  selectIds(
    query: GalleryQuery,
    options: { youngest: string | null; except: readonly string[] },
  ): AsyncIterable<string[]>
}
