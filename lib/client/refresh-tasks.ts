import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api'
import { attentionQueries } from './attention-queries'
import { batchQueries } from './batch-queries'
import { activeTasks, dropTask, putNewestPage, putTask } from './task-cache'
import { fetchTask, fetchTaskPage, taskQueries } from './task-queries'

/** Asks for these tasks and the queue again. A task that is gone leaves the list. */
export async function refreshTasks(client: QueryClient, ids: Iterable<string>): Promise<void> {
  await Promise.all([refreshQueue(client), ...[...ids].map((id) => refreshTask(client, id))])
}

/** What may have happened while nobody listened: the newest page, and every known task that is not on it and still moves. */
export async function catchUp(client: QueryClient): Promise<void> {
  const [page] = await Promise.all([fetchTaskPage({ cursor: null }), refreshQueue(client)])
  putNewestPage(client, page)
  const seen = new Set(page.tasks.map((task) => task.id))
  const older = activeTasks(client).filter((task) => !seen.has(task.id))
  await Promise.all(older.map((task) => refreshTask(client, task.id)))
}

async function refreshTask(client: QueryClient, id: string): Promise<void> {
  try {
    putTask(client, await fetchTask(id))
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return dropTask(client, id)
    throw error
  }
}

/** Also where nothing on the page shows it: whether to go on listening depends on it. The others only where they are shown. */
async function refreshQueue(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ queryKey: batchQueries.all() })
  void client.invalidateQueries({ queryKey: attentionQueries.all() })
  await client.fetchQuery({ ...taskQueries.queue(), staleTime: 0 })
}
