import { AppError } from '@/lib/shared/errors'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import type { Person } from '../accounts/person'
import { getTask } from './get-task'
import { decide, findTask } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** Takes a task out of the trash as it was; one that is not in it stays as it is. Throws AppError not_found once the trash is emptied. */
export async function restoreTask(options: { person: Person; id: string }): Promise<TaskRow> {
  const { person, id } = options
  if (!(await findTask(id))) throw new AppError('not_found')
  const note = { owner: person.id, action: 'undelete' } as const
  const data = { deletedAt: null }
  await decide({ id, from: TASK_STATUSES, isDeleted: true, data, note, now: new Date() })
  return getTask(options)
}
