import { GALLERY_PAGE } from '@/lib/shared/limits'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import {
  GALLERY_IDS_MAX,
  type GalleryCounts,
  type GalleryPlace,
  type GalleryShape,
} from '@/lib/shared/gallery/gallery-wire'
import type { Person } from '../accounts/person'
import { isWholeGallery } from './list-found'
import { taskSearch } from './search'
import { isFilled } from './store/read-index'
import { wholeShape } from './whole-shape'

/** What the routes of the gallery ask: everybody who may come in sees all of it. */
type Asked = { person: Person; query: GalleryQuery }

/** Also while the index is being filled, for the whole gallery. */
export async function galleryShape({ query }: Asked): Promise<GalleryShape> {
  if (isWholeGallery(query) && !(await isFilled())) return wholeShape(GALLERY_PAGE)
  return taskSearch().shapeOf(query, GALLERY_PAGE)
}

export function galleryCounts({ query }: Asked): Promise<GalleryCounts> {
  return taskSearch().countsOf(query)
}

export function galleryPlace({ query, id }: Asked & { id: string }): Promise<GalleryPlace> {
  return taskSearch().placeOf(query, id)
}

export function galleryIds({
  query,
  from,
  to,
}: Asked & { from: string; to: string }): Promise<string[]> {
  return taskSearch().idsBetween(query, { from, to, limit: GALLERY_IDS_MAX })
}

export function galleryFresh({ query, since }: Asked & { since: string | null }): Promise<number> {
  return taskSearch().freshCount(query, since)
}
