import type { Person } from '../../accounts/person'
import { getBatch, type BatchState } from './get-batch'
import { setPaused } from '../store/batches'

type Options = { person: Person; id: string; now?: Date }

/** From now on none of its queued tasks is sent. What is under way goes on. Pausing twice is pausing once. */
export async function pauseBatch({ now = new Date(), ...options }: Options): Promise<BatchState> {
  const { batch } = await getBatch(options)
  await setPaused({ id: batch.id, pausedAt: now, now })
  return getBatch(options)
}

export async function resumeBatch({ now = new Date(), ...options }: Options): Promise<BatchState> {
  const { batch } = await getBatch(options)
  await setPaused({ id: batch.id, pausedAt: null, now })
  return getBatch(options)
}
