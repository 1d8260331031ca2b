import type { QueryClient } from '@tanstack/react-query'
import { getLocale } from 'next-intl/server'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { listFound } from '@/lib/server/finding/list-found'
import { presentTasks } from '@/lib/server/tasks/present-task'
import { galleryParams, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { GALLERY_PAGE } from '@/lib/shared/limits'
import { seenEvent } from './seen-event'

type Person = Parameters<typeof listFound>[0]['person']

/** The first page of a gallery, as the browser would fetch it. Without an answer the page still comes, and asks by itself. */
export async function prefetchGallery(
  client: QueryClient,
  person: Person,
  query: GalleryQuery,
): Promise<void> {
  const locale = await getLocale()
  await seenEvent()
  await client.prefetchQuery({
    ...galleryQueries.page(galleryParams(query).toString(), null),
    queryFn: async () => {
      const page = await listFound({ person, query, limit: GALLERY_PAGE, cursor: null })
      return { tasks: await presentTasks(page.tasks, locale), nextCursor: page.nextCursor }
    },
  })
}
