import { readBatch } from '@/lib/shared/batch-schema'
import { AppError } from '@/lib/shared/errors'
import { estimateCost } from '@/lib/shared/pricing'
import type { Person } from '../../accounts/person'
import { env } from '../../env'
import { assertPicturesReachable } from '../../images/gateway-address'
import { currentPrices } from '../../prices/prices'
import { assertRoom } from '../../storage/disk-room'
import { bodyHash } from '../body-hash'
import { assertParents } from '../family/assert-parents'
import { findPictures } from '../find-pictures'
import { getWholeBatch, type WholeBatch } from './get-batch'
import { groupTasks } from '../store/batches'
import { insertBatch } from '../store/insert-task'
import { findKey } from '../store/tasks'

type Options = { person: Person; key: string; body: unknown; now?: Date }

/**
 * Commits all tasks of a batch or none, once per key, like `createTask`; the same key answers the batch as it stands by then.
 * Throws AppError: invalid, idempotency_mismatch, picture_unreachable, disk_full.
 */
export async function createBatch({
  person,
  key,
  body,
  now = new Date(),
}: Options): Promise<WholeBatch> {
  const read = readBatch(body, env().gateway.rules)
  if (!read.ok) throw new AppError('invalid', 'the catalogue refuses it', { fields: read.problems })
  const { name, tasks } = read.batch
  const hash = bodyHash({ batch: read.batch })
  const before = await findBound(person, key, hash)
  if (before) return before
  assertPicturesReachable()
  const at = (index: number) => `tasks.${index}.`
  const images = await findPictures({ person, tasks, at })
  await assertParents({ person, tasks, at })
  const prices = await currentPrices()
  await assertRoom()
  const inserted = await insertBatch({
    name,
    tasks: tasks.map((task) => ({ ...task, estimate: estimateCost(task, prices) })),
    owner: person.id,
    key,
    bodyHash: hash,
    now,
    images,
    gateway: env().gateway.name,
  })
  if (inserted) return { ...inserted, groups: await groupTasks([inserted.batch.id]) }
  const whole = await findBound(person, key, hash)
  if (!whole) throw new Error('a batch that was just committed is not there')
  return whole
}

async function findBound(person: Person, key: string, hash: string): Promise<WholeBatch | null> {
  const bound = await findKey(person.id, key)
  if (!bound) return null
  if (bound.bodyHash !== hash || !bound.batchId) throw new AppError('idempotency_mismatch')
  return getWholeBatch({ person, id: bound.batchId })
}
