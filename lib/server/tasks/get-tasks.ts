import type { Person } from '../accounts/person'
import { findTasks } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** Tasks by their ids and in that order, also from the trash; those that are not there, or not any more, are left out. */
export async function getTasks(options: {
  person: Person
  ids: readonly string[]
}): Promise<TaskRow[]> {
  const tasks = await findTasks(options.ids)
  return tasks.filter(({ purgedAt }) => purgedAt === null)
}
