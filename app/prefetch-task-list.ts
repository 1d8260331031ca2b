import type { QueryClient } from '@tanstack/react-query'
import { getLocale } from 'next-intl/server'
import { taskQueries } from '@/lib/client/task-queries'
import { listTasks } from '@/lib/server/tasks/list-tasks'
import { presentTasks } from '@/lib/server/tasks/present-task'
import { PAGE_SIZE } from '@/lib/shared/limits'
import { seenEvent } from './seen-event'

type Person = Parameters<typeof listTasks>[0]['person']

/** The first page of the list, as the browser would fetch it. Without an answer the page still comes, and asks by itself. */
export async function prefetchTaskList(client: QueryClient, person: Person): Promise<void> {
  const locale = await getLocale()
  await seenEvent()
  await client.prefetchInfiniteQuery({
    ...taskQueries.list(),
    queryFn: async () => {
      const page = await listTasks({ person, limit: PAGE_SIZE.default, cursor: null })
      return {
        tasks: await presentTasks(page.tasks, locale),
        nextCursor: page.nextCursor,
      }
    },
  })
}
