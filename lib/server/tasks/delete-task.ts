import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { getTask } from './get-task'
import { decide } from './store/tasks'

/** Moves a task to the trash. 409 while it is being sent, made or saved, and while a person must still decide on it. */
export async function deleteTask(options: { person: Person; id: string }): Promise<void> {
  const { person, id } = options
  await getTask(options)
  const now = new Date()
  const note = { owner: person.id, action: 'delete' } as const
  const from = ['queued', 'succeeded', 'failed', 'canceled'] as const
  const isDeleted = await decide({ id, from, data: { deletedAt: now }, note, now })
  if (!isDeleted) throw new AppError('conflict')
}
