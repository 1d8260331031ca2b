import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { findTask } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** Throws AppError not_found, also for a task in the trash. */
export async function getTask(options: { person: Person; id: string }): Promise<TaskRow> {
  const task = await findTask(options.id)
  if (!task || task.deletedAt) throw new AppError('not_found')
  return task
}
