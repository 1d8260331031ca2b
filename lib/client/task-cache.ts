import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'
import { dropFromGalleries, galleryTasks, putInGalleries } from './gallery/gallery-cache'
import { taskQueries } from './task-queries'

/** Writes what is known of a task wherever it is shown; one that is not listed yet goes to its place in the list. */
export function putTask(client: QueryClient, task: TaskOnWire): void {
  client.setQueryData(taskQueries.one(task.id).queryKey, (known) => known && task)
  putInGalleries(client, task)
  // The list knows nothing of the trash.
  if (task.deletedAt) dropFromList(client, task.id)
  else client.setQueryData(taskQueries.list().queryKey, (list) => list && withTask(list, task))
}

/** The newest page as it is now. Where it no longer touches what is listed, the list starts anew: a gap would stay for ever. */
export function putNewestPage(client: QueryClient, page: TaskPage): void {
  const listed = listedTasks(client)
  const oldest = page.tasks.at(-1)
  const hasGap = oldest !== undefined && listed[0] !== undefined && oldest.id > listed[0].id
  if (hasGap) {
    client.setQueryData(taskQueries.list().queryKey, { pages: [page], pageParams: [null] })
  }
  for (const task of page.tasks.toReversed()) putTask(client, task)
}

/** Takes a deleted task out of list and galleries. Its own page keeps what it had until it is left. */
export function dropTask(client: QueryClient, id: string): void {
  dropFromList(client, id)
  dropFromGalleries(client, [id])
}

function dropFromList(client: QueryClient, id: string): void {
  client.setQueryData(
    taskQueries.list().queryKey,
    (list) =>
      list && mapPages(list, (page) => ({ ...page, tasks: page.tasks.filter((t) => t.id !== id) })),
  )
}

export function listedTasks(client: QueryClient): TaskOnWire[] {
  const list = client.getQueryData(taskQueries.list().queryKey)
  return list ? list.pages.flatMap((page) => page.tasks) : []
}

/** Every task in the browser's hands, each once. */
export function knownTasks(client: QueryClient): TaskOnWire[] {
  const tasks = new Map<string, TaskOnWire>()
  for (const task of [...listedTasks(client), ...galleryTasks(client), ...openedTasks(client)])
    tasks.set(task.id, task)
  return [...tasks.values()]
}

/** Those that still move by themselves. */
export function activeTasks(client: QueryClient): TaskOnWire[] {
  return knownTasks(client).filter((task) => isActive(task.status))
}

/** Those that are looked at on their own. */
export function openedTasks(client: QueryClient): TaskOnWire[] {
  return client
    .getQueriesData<TaskOnWire>({ queryKey: [...taskQueries.all(), 'one'], type: 'active' })
    .flatMap(([, task]) => task ?? [])
}

type TaskList = InfiniteData<TaskPage>

function withTask(list: TaskList, task: TaskOnWire): TaskList {
  const tasks = list.pages.flatMap((page) => page.tasks)
  if (tasks.some((known) => known.id === task.id)) {
    return mapPages(list, (page) => ({
      ...page,
      tasks: page.tasks.map((known) => (known.id === task.id ? task : known)),
    }))
  }
  // Ids sort by time. One that is older than all of them belongs to a page that is not loaded yet.
  const home = list.pages.find(
    (page) => page.nextCursor === null || page.tasks.some((known) => known.id < task.id),
  )
  return mapPages(list, (page) => (page === home ? withPlaced(page, task) : page))
}

function withPlaced(page: TaskPage, task: TaskOnWire): TaskPage {
  const after = page.tasks.findIndex((known) => known.id < task.id)
  const place = after < 0 ? page.tasks.length : after
  return { ...page, tasks: page.tasks.toSpliced(place, 0, task) }
}

function mapPages(list: TaskList, change: (page: TaskPage) => TaskPage): TaskList {
  return { ...list, pages: list.pages.map(change) }
}
