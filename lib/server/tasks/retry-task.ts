import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { insertOnce } from './create-task'
import { getTask } from './get-task'
import { taskPicture, type TaskRow } from './store/task-row'

/** Makes a new task with the settings of one that failed or was canceled (else 409). Bound to its key like any new task. */
export async function retryTask(options: {
  person: Person
  id: string
  key: string
}): Promise<TaskRow> {
  const { person, key, id: retryOf } = options
  const old = await getTask(options)
  if (old.status !== 'failed' && old.status !== 'canceled') throw new AppError('conflict')
  const { mode, model, prompt, params } = old
  const pictures = old.inputs.map(taskPicture)
  return insertOnce({ person, key, retryOf, task: { mode, model, prompt, params, pictures } })
}
