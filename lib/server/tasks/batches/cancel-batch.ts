import type { Person } from '../../accounts/person'
import { getBatch, type BatchState } from './get-batch'
import { cancelQueued } from '../store/batches'

/** Cancels what was not sent yet; answers how many tasks that were. The rest goes on: the gateway knows no cancel. */
export async function cancelBatch(options: {
  person: Person
  id: string
  now?: Date
}): Promise<BatchState & { canceledNow: number }> {
  const { batch } = await getBatch(options)
  const canceledNow = await cancelQueued({
    id: batch.id,
    owner: options.person.id,
    now: options.now ?? new Date(),
  })
  return { ...(await getBatch(options)), canceledNow }
}
