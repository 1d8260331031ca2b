import { useQuery, useQueryClient } from '@tanstack/react-query'
import { knownTasks } from '@/lib/client/task-cache'
import { taskQueries } from '@/lib/client/task-queries'
import type { TaskOnWire } from '@/lib/shared/wire'

/** A clip as the gallery has it, at once, and then as it is. Undefined while it is asked for; null where it is gone. */
export function useClip(id: string): TaskOnWire | null | undefined {
  const client = useQueryClient()
  const { data, isError } = useQuery({
    ...taskQueries.one(id),
    initialData: () => knownTasks(client).find((task) => task.id === id),
    initialDataUpdatedAt: 0,
  })
  return data ?? (isError ? null : undefined)
}
