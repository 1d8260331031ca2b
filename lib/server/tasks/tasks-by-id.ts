import type { Person } from '../accounts/person'
import { findTasks } from './store/tasks'
import type { TaskRow } from './store/task-row'

export type { TaskRow }

/** Those of these that are there and not in the trash, in this order. */
export async function tasksById(options: {
  person: Person
  ids: readonly string[]
}): Promise<TaskRow[]> {
  return (await findTasks(options.ids)).filter(({ deletedAt }) => deletedAt === null)
}
