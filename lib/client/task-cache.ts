import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'
import { taskQueries } from './task-queries'

/** Writes what is known of a task wherever it is shown; a newer one than all others goes to the front of the list. */
export function putTask(client: QueryClient, task: TaskOnWire): void {
  client.setQueryData(taskQueries.one(task.id).queryKey, (known) => known && task)
  client.setQueryData(taskQueries.list().queryKey, (list) => list && withTask(list, task))
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

/** Takes a deleted task out of the list. Its own page keeps what it had until it is left. */
export function dropTask(client: QueryClient, id: string): void {
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

/** Every task in the browser's hands that still moves by itself. */
export function activeTasks(client: QueryClient): TaskOnWire[] {
  const tasks = new Map<string, TaskOnWire>()
  for (const task of [...listedTasks(client), ...openedTasks(client)]) tasks.set(task.id, task)
  return [...tasks.values()].filter((task) => isActive(task.status))
}

function openedTasks(client: QueryClient): TaskOnWire[] {
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
  // Ids sort by time. One that is older than the first belongs to a page that is not loaded yet, or is loaded no more.
  const newest = tasks[0]
  if (newest && newest.id > task.id) return list
  const [first, ...rest] = list.pages
  if (!first) return list
  return { ...list, pages: [{ ...first, tasks: [task, ...first.tasks] }, ...rest] }
}

function mapPages(list: TaskList, change: (page: TaskPage) => TaskPage): TaskList {
  return { ...list, pages: list.pages.map(change) }
}
