import { notifyManager, type QueryClient } from '@tanstack/react-query'
import type { TaskPage } from '@/lib/shared/wire'
import { forgetHiddenGalleries, shownGalleries } from './gallery-cache'
import { fetchGalleryPage, fetchShape, galleryQueries } from './gallery-queries'
import { pageAt, type PageSpan, type Shape } from './gallery-shape'

/** What of a gallery is on the screen: the first clip, and how many follow it. */
export type InView = { id: string | null; index: number; count: number }

const TOP: InView = { id: null, index: 0, count: 120 }
const inView = new Map<string, InView>()

/** The grid says what it shows, so that a renewed gallery begins with the same clips. */
export function noteInView(search: string, view: InView): void {
  inView.set(search, view)
}

export function viewOf(search: string): InView {
  return inView.get(search) ?? TOP
}

/**
 * Asks for a gallery anew and takes it over in one step, so that what is being looked at stays where it is: first the clips around
 * the one on the screen, wherever that one is now, then the shape and they at once.
 */
export async function renewGallery(
  client: QueryClient,
  search: string,
  view: InView = viewOf(search),
): Promise<void> {
  const [shape, place] = await Promise.all([
    fetchShape(search),
    view.id === null
      ? null
      : client.fetchQuery({ ...galleryQueries.place(search, view.id), staleTime: 0 }),
  ])
  const index = place?.index ?? Math.min(view.index, Math.max(0, shape.total - 1))
  const spans = pagesAround(shape, index, view.count)
  const pages = await Promise.all(spans.map(({ cursor }) => fetchGalleryPage({ search, cursor })))
  notifyManager.batch(() => takeOver(client, search, { shape, spans, pages }))
}

/** From the top, with everything that has come. */
export function renewFromTop(client: QueryClient, search: string): Promise<void> {
  return renewGallery(client, search, TOP)
}

/** After a change of many clips: every gallery that is on the screen, and the others when they are opened again. */
export async function renewGalleries(client: QueryClient): Promise<void> {
  forgetHiddenGalleries(client)
  await Promise.all(shownGalleries(client).map(({ search }) => renewGallery(client, search)))
}

function pagesAround(shape: Shape, index: number, count: number): PageSpan[] {
  const first = pageAt(shape, Math.max(0, index - count))
  const last = pageAt(shape, index + count)
  // The first one too: without it there is no gallery to be shown (use-gallery-shape.ts), and the place in it would be lost.
  return shape.pages.filter((_, at) => at === 0 || (at >= first && at <= last))
}

function takeOver(
  client: QueryClient,
  search: string,
  renewed: { shape: Shape; spans: PageSpan[]; pages: TaskPage[] },
): void {
  const fresh = new Set(renewed.spans.map(({ cursor }) => cursor))
  client.removeQueries({
    queryKey: [...galleryQueries.pages(), search],
    predicate: ({ queryKey }) => !fresh.has(cursorOf(queryKey[3])),
  })
  for (const [at, { cursor }] of renewed.spans.entries()) {
    client.setQueryData(galleryQueries.page(search, cursor).queryKey, renewed.pages[at])
  }
  client.setQueryData(galleryQueries.shape(search).queryKey, renewed.shape)
}

function cursorOf(key: unknown): string | null {
  return typeof key === 'string' ? key : null
}
