import type { QueryClient } from '@tanstack/react-query'
import { galleryQueries } from './gallery-queries'
import { renewGallery } from './renew-gallery'

/** Between two mendings of one gallery: what does not fit twice will not fit by asking on. */
const EVERY_MS = 10_000
const mendedAt = new Map<string, number>()

/**
 * Pages and shape are asked for one after the other, and something may have happened between. A page that does not end where the
 * shape says that the next one begins is of another moment: then both are asked for anew.
 */
export async function mendGallery(client: QueryClient, search: string): Promise<void> {
  if (doPagesFit(client, search)) return
  const now = Date.now()
  if (now - (mendedAt.get(search) ?? -Infinity) < EVERY_MS) return
  mendedAt.set(search, now)
  await renewGallery(client, search).catch(() => undefined) // what is there stays; the next look may bring it
}

function doPagesFit(client: QueryClient, search: string): boolean {
  const shape = client.getQueryData(galleryQueries.shape(search).queryKey)
  if (!shape) return true
  return shape.pages.every(({ cursor, start, end }, index) => {
    const page = client.getQueryData(galleryQueries.page(search, cursor).queryKey)
    if (!page) return true
    const next = shape.pages[index + 1]
    return page.tasks.length === end - start && (!next || page.nextCursor === next.cursor)
  })
}
