import type { QueryClient } from '@tanstack/react-query'
import { attentionQueries } from './attention-queries'
import { batchQueries } from './batch-queries'
import { noteNews, shownTasks } from './gallery/gallery-news'
import {
  activeTasks,
  dropTask,
  knownTasks,
  openedTasks,
  putNewestPage,
  putTask,
} from './task-cache'
import { fetchTaskPage, fetchTasks, IDS_AT_ONCE, taskQueries } from './task-queries'

/**
 * Asks for those of these tasks that somebody holds, in one question, and for the queue. One that is gone leaves every list. The list of the
 * newest takes in what it does not hold; a gallery only counts it.
 */
export async function refreshTasks(client: QueryClient, ids: readonly string[]): Promise<void> {
  const held = new Set(knownTasks(client).map(({ id }) => id))
  const isListed = client.getQueryData(taskQueries.list().queryKey) !== undefined
  const wanted = isListed ? ids : ids.filter((id) => held.has(id))
  const strangers = ids.filter((id) => !held.has(id))
  await Promise.all([
    refreshQueue(client),
    refreshByIds(client, wanted),
    noteNews(client, strangers),
  ])
}

/**
 * What may have happened while nobody listened: the newest page where it is shown, what is opened, still moves or is on the screen, and how
 * many have come. So many questions, however much is in flight.
 */
export async function catchUp(client: QueryClient): Promise<void> {
  const isListed = client.getQueryData(taskQueries.list().queryKey) !== undefined
  const [page] = await Promise.all([
    isListed ? fetchTaskPage({ cursor: null }) : null,
    refreshQueue(client),
    noteNews(client, null),
  ])
  if (page) putNewestPage(client, page)
  const seen = new Set(page?.tasks.map((task) => task.id))
  const held = [...openedTasks(client), ...activeTasks(client), ...shownTasks(client)]
  const others = held.map(({ id }) => id)
  const wanted = [...new Set(others)].filter((id) => !seen.has(id))
  await refreshByIds(client, wanted.slice(0, IDS_AT_ONCE))
}

async function refreshByIds(client: QueryClient, ids: readonly string[]): Promise<void> {
  for (let first = 0; first < ids.length; first += IDS_AT_ONCE) {
    const some = ids.slice(first, first + IDS_AT_ONCE)
    const tasks = await fetchTasks(some)
    const found = new Set(tasks.map(({ id }) => id))
    for (const task of tasks) putTask(client, task)
    for (const id of some) if (!found.has(id)) dropTask(client, id)
  }
}

/** Also where nothing on the page shows it: whether to go on listening depends on it. The others only where they are shown. */
async function refreshQueue(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ queryKey: batchQueries.all() })
  void client.invalidateQueries({ queryKey: attentionQueries.all() })
  await client.fetchQuery({ ...taskQueries.queue(), staleTime: 0 })
}
