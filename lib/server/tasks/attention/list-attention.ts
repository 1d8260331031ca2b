import type { Person } from '../../accounts/person'
import { lastExchanges, pageOfNeedy, type ExchangeRow } from '../store/attention'
import { findTasks } from '../store/tasks'
import type { TaskRow } from '../store/task-row'

export type NeedyTask = { task: TaskRow; exchange: ExchangeRow | null }

/** What waits for a person's word, newest first: unconfirmed tasks and lost results. */
export async function listAttention(options: {
  person: Person
  limit: number
  cursor: string | null
}): Promise<{ items: NeedyTask[]; nextCursor: string | null }> {
  const ids = await pageOfNeedy(options.limit + 1, options.cursor)
  const page = ids.slice(0, options.limit)
  const [tasks, exchanges] = await Promise.all([findTasks(page), lastExchanges(page)])
  return {
    items: tasks.map((task) => ({ task, exchange: exchanges.get(task.id) ?? null })),
    nextCursor: ids.length > options.limit ? (page.at(-1) ?? null) : null,
  }
}
