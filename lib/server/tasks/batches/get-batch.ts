import { AppError } from '@/lib/shared/errors'
import type { Person } from '../../accounts/person'
import { findBatch, groupTasks, taskIdsOf, type BatchRow, type TaskGroup } from '../store/batches'
import { findTasks } from '../store/tasks'
import type { TaskRow } from '../store/task-row'

/** A batch and how its tasks stand. */
export type BatchState = { batch: BatchRow; groups: readonly TaskGroup[] }
export type WholeBatch = BatchState & { tasks: TaskRow[] }

/** Throws AppError not_found. */
export async function getBatch(options: { person: Person; id: string }): Promise<BatchState> {
  const batch = await findBatch(options.id)
  if (!batch) throw new AppError('not_found')
  return { batch, groups: await groupTasks([batch.id]) }
}

/** The same with its tasks, in the order in which they were sent in. */
export async function getWholeBatch(options: { person: Person; id: string }): Promise<WholeBatch> {
  const [state, ids] = await Promise.all([getBatch(options), taskIdsOf(options.id)])
  return { ...state, tasks: await findTasks(ids) }
}
