import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { findTask } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** To be looked at: also in the trash, until it is purged. Throws AppError not_found. */
export async function readTask(options: { person: Person; id: string }): Promise<TaskRow> {
  const task = await findTask(options.id)
  if (!task || task.purgedAt) throw new AppError('not_found')
  return task
}

/** To be done something with. Throws AppError not_found, also for a task in the trash. */
export async function getTask(options: { person: Person; id: string }): Promise<TaskRow> {
  const task = await findTask(options.id)
  if (!task || task.deletedAt) throw new AppError('not_found')
  return task
}
