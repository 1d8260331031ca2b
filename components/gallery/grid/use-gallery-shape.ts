import { useEffect, useMemo } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { shapeOfPage } from '@/lib/client/gallery/gallery-shape'
import { mendGallery } from '@/lib/client/gallery/mend-gallery'

/** The gallery of a query: its first page, which the server's page has brought, and then all of its shape. */
export function useGalleryShape(search: string) {
  const client = useQueryClient()
  // It is asked for by whoever decides what is shown (use-shown-search.ts): asked for here as well, a failure would be waited for twice.
  const first = useQuery({ ...galleryQueries.page(search, null), enabled: false })
  const whole = useQuery(galleryQueries.shape(search))
  const ofPage = useMemo(() => first.data && shapeOfPage(first.data), [first.data])
  useEffect(() => {
    if (first.data && whole.data) void mendGallery(client, search)
  }, [client, search, first.data, whole.data])
  return {
    // A shape alone, of a studio that cannot read its clips, is a gallery that cannot be shown.
    shape: (ofPage && (whole.data ?? ofPage)) ?? null,
    // A page that none follows is all there is: its last row is the last, and how many there are is known.
    isWhole: whole.data !== undefined || first.data?.nextCursor === null,
    error: first.error,
    retry: () => void Promise.all([first.refetch(), whole.refetch()]),
  }
}
