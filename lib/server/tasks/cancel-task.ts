import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { getTask } from './get-task'
import { decide } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** Takes a task out of the queue before it is sent; later it is too late (409): the gateway knows no cancel. */
export async function cancelTask(options: { person: Person; id: string }): Promise<TaskRow> {
  const { person, id } = options
  await getTask(options)
  const now = new Date()
  const data = { status: 'canceled', errorCode: null, finishedAt: now }
  const note = { owner: person.id, action: 'cancel' } as const
  if (!(await decide({ id, from: ['queued'], data, note, now }))) throw new AppError('conflict')
  return getTask(options)
}
