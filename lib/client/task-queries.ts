import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query'
import { PAGE_SIZE } from '@/lib/shared/limits'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'
import { request } from './api'

// No "use client" here: server pages fill the same queries before they render.

const all = () => ['tasks'] as const

export const taskQueries = {
  /** Root of every key: invalidating it makes everything about tasks be asked again. */
  all,

  /** Newest first, page by page. */
  list: () =>
    infiniteQueryOptions<TaskPage, Error, InfiniteData<TaskPage>, QueryKey, string | null>({
      queryKey: [...all(), 'list'],
      queryFn: ({ pageParam, signal }) => fetchTaskPage({ cursor: pageParam, signal }),
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
      // A list of many pages is never asked for again as a whole: live events mend it task by task.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),

  one: (id: string) =>
    queryOptions({
      queryKey: [...all(), 'one', id],
      queryFn: ({ signal }) => fetchTask(id, signal),
    }),

  queue: () =>
    queryOptions({
      queryKey: [...all(), 'queue'],
      queryFn: ({ signal }) =>
        request({ path: '/api/queue', schema: (schemas) => schemas.queueSchema, signal }),
    }),
}

export function fetchTaskPage(options: {
  cursor: string | null
  signal?: AbortSignal
}): Promise<TaskPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE.default) })
  if (options.cursor) query.set('cursor', options.cursor)
  return request({
    path: `/api/tasks?${query}`,
    schema: (schemas) => schemas.taskPageSchema,
    signal: options.signal,
  })
}

/** How many tasks one question may name. */
export const IDS_AT_ONCE = 100

/** Tasks by id, in one question; those that are gone are left out. */
export async function fetchTasks(ids: readonly string[]): Promise<TaskOnWire[]> {
  const { tasks } = await request({
    path: `/api/tasks?${new URLSearchParams({ ids: ids.join(',') })}`,
    schema: (schemas) => schemas.taskPageSchema,
  })
  return tasks
}

export function fetchTask(id: string, signal?: AbortSignal) {
  return request({
    path: `/api/tasks/${encodeURIComponent(id)}`,
    schema: (schemas) => schemas.taskOnWireSchema,
    signal,
  })
}
