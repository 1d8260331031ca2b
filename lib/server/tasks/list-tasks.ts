import type { Person } from '../accounts/person'
import { findTasks, pageOfIds } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** A page of the shared gallery, newest first. `cursor` is the id that the page before ended with. */
export async function listTasks(options: {
  person: Person
  limit: number
  cursor: string | null
}): Promise<{ tasks: TaskRow[]; nextCursor: string | null }> {
  const ids = await pageOfIds(options.limit + 1, options.cursor)
  const page = ids.slice(0, options.limit)
  const nextCursor = ids.length > options.limit ? (page.at(-1) ?? null) : null
  return { tasks: await findTasks(page), nextCursor }
}
