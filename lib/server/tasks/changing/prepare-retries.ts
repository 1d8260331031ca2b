import { estimateCost } from '@/lib/shared/pricing'
import { env } from '../../env'
import { assertPicturesReachable } from '../../images/gateway-address'
import { currentPrices } from '../../prices/prices'
import { assertRoom } from '../../storage/disk-room'
import { findTasks } from '../store/tasks'
import { taskPicture, type TaskRow } from '../store/task-row'
import type { Before, Part } from './store/part'
import { RETRYABLE, retryTasks, type Retry } from './store/retry'

/** Everything that a retry of these needs to know, read before the transaction. Throws AppError: picture_unreachable, disk_full. */
export async function prepareRetries(
  ids: readonly string[],
): Promise<(part: Part) => Promise<Before>> {
  const retries = await readRetries(ids)
  if (retries.size > 0) {
    assertPicturesReachable()
    await assertRoom()
  }
  const gateway = env().gateway.name
  return (part) => retryTasks({ ...part, retries, gateway })
}

/** Those of these that can be tried again, as they would be made now. */
export async function readRetries(ids: readonly string[]): Promise<Map<string, Retry>> {
  const [tasks, prices] = await Promise.all([findTasks(ids), currentPrices()])
  const able = tasks.filter((task) => task.deletedAt === null && isRetryable(task))
  return new Map(
    able.map((old) => {
      const { mode, model, prompt, params } = old
      const task = { mode, model, prompt, params, pictures: old.inputs.map(taskPicture) }
      return [old.id, { task: { ...task, estimate: estimateCost(task, prices) } }]
    }),
  )
}

function isRetryable({ status, inputs }: TaskRow): boolean {
  return RETRYABLE.some((able) => able === status) && inputs.length > 0
}
