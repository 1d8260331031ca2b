import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'
import { galleryQueries } from './gallery-queries'
import { pageAt, withoutClips, type PageSpan, type Shape } from './gallery-shape'

/** Galleries that are on the screen, each by its query. */
export function shownGalleries(
  client: QueryClient,
): { search: string; shape: Shape | undefined }[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: galleryQueries.shapes(), type: 'active' })
    .map(({ queryKey }) => {
      const search = String(queryKey[2])
      return { search, shape: client.getQueryData(galleryQueries.shape(search).queryKey) }
    })
}

/** Whether a query is that of a gallery as a whole: it is watched as long as the gallery is on the screen. */
export function isGallery(key: QueryKey): boolean {
  return key[0] === galleryQueries.shapes()[0] && key[1] === galleryQueries.shapes()[1]
}

/** Galleries that nobody looks at, where something has come that they do not hold: they are asked for when they are opened. */
export function forgetHiddenGalleries(client: QueryClient): void {
  const shown = new Set(shownGalleries(client).map(({ search }) => search))
  client.removeQueries({
    queryKey: galleryQueries.all(),
    predicate: (query) => query.getObserversCount() === 0 && !shown.has(String(query.queryKey[2])),
  })
}

/** Every clip of a gallery that is in memory. */
export function galleryTasks(client: QueryClient): TaskOnWire[] {
  return client
    .getQueriesData<TaskPage>({ queryKey: galleryQueries.pages() })
    .flatMap(([, page]) => page?.tasks ?? [])
}

/** The clip at a place of a gallery, where its page is in memory. */
export function clipAt(
  client: QueryClient,
  search: string,
  shape: Shape,
  index: number,
): TaskOnWire | undefined {
  const span = shape.pages[pageAt(shape, index)]
  return span && pageOf(client, search, span)?.tasks[index - span.start]
}

/** Where a clip stands in a gallery, where its page is in memory. */
export function placeOf(
  client: QueryClient,
  search: string,
  shape: Shape,
  id: string,
): number | null {
  for (const span of shape.pages) {
    const index = pageOf(client, search, span)?.tasks.findIndex((task) => task.id === id) ?? -1
    if (index >= 0 && span.start + index < span.end) return span.start + index
  }
  return null
}

function pageOf(client: QueryClient, search: string, span: PageSpan): TaskPage | undefined {
  return client.getQueryData(galleryQueries.page(search, span.cursor).queryKey)
}

/** Writes what is known of a task wherever a gallery shows it. One that went to the trash, or came back from it, leaves. */
export function putInGalleries(client: QueryClient, task: TaskOnWire): void {
  for (const [key, page] of client.getQueriesData<TaskPage>({
    queryKey: galleryQueries.pages(),
  })) {
    if (!page?.tasks.some(({ id }) => id === task.id)) continue
    const search = String(key[2])
    if (isTrash(search) !== (task.deletedAt !== null)) dropFromGallery(client, search, [task.id])
    else {
      const tasks = page.tasks.map((known) => (known.id === task.id ? task : known))
      client.setQueryData(key, { ...page, tasks })
    }
  }
}

/** Takes clips out of every gallery that is in memory. */
export function dropFromGalleries(client: QueryClient, ids: readonly string[]): void {
  const searches = new Set(
    client.getQueriesData({ queryKey: galleryQueries.pages() }).map(([key]) => String(key[2])),
  )
  for (const search of searches) dropFromGallery(client, search, ids)
}

function dropFromGallery(client: QueryClient, search: string, ids: readonly string[]): void {
  const { queryKey } = galleryQueries.shape(search)
  const shape = client.getQueryData(queryKey)
  if (shape) {
    const places = ids.flatMap((id) => placeOf(client, search, shape, id) ?? [])
    if (places.length > 0) client.setQueryData(queryKey, withoutClips(shape, places))
  }
  client.setQueriesData<TaskPage>({ queryKey: [...galleryQueries.pages(), search] }, (page) =>
    page?.tasks.some(({ id }) => ids.includes(id))
      ? { ...page, tasks: page.tasks.filter(({ id }) => !ids.includes(id)) }
      : page,
  )
}

function isTrash(search: string): boolean {
  return new URLSearchParams(search).has('trash')
}
