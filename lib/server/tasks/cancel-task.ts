import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { getTask } from './get-task'
import { decide } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** Takes a task out of the queue before it is sent; later it is too late (409): the gateway knows no cancel. */
export async function cancelTask(options: { person: Person; id: string }): Promise<TaskRow> {
  await getTask(options)
  const now = new Date()
  const data = { status: 'canceled', errorCode: null, finishedAt: now }
  if (!(await decide({ id: options.id, from: ['queued'], data, now })))
    throw new AppError('conflict')
  return getTask(options)
}
