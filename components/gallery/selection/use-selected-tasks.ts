import { useQueryClient } from '@tanstack/react-query'
import { useSelection } from '@/lib/client/gallery/selection'
import { knownTasks } from '@/lib/client/task-cache'
import type { TaskOnWire } from '@/lib/shared/wire'

/** Those of the selected clips that are in the browser's hands; `isWhole`: these are all of them. */
export function useSelectedTasks(): { tasks: TaskOnWire[]; isWhole: boolean } {
  const client = useQueryClient()
  const { selected, count } = useSelection()
  if (selected.kind === 'all') return { tasks: [], isWhole: false }
  const tasks = knownTasks(client).filter(({ id }) => selected.ids.has(id))
  return { tasks, isWhole: tasks.length === count }
}
