import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { askedFilters } from '@/lib/shared/gallery/filters'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { LatePart } from '../../generate/late-part'
import { EmptyGallery } from '../empty-gallery'

const loadNoMatch = () => import('./no-match').then(({ NoMatch }) => NoMatch)

/** Instead of clips: an empty studio, or a query that is too narrow. */
export function NothingFound(props: { query: GalleryQuery; onChange: SetGalleryQuery }) {
  const { query } = props
  if (askedFilters(query).length === 0 && !query.isTrash) return <EmptyGallery />
  return <LatePart load={loadNoMatch} with={props} className="p-4" />
}
