import { AppError } from '@/lib/shared/errors'
import { estimateCost } from '@/lib/shared/pricing'
import { readTask, type NewTask } from '@/lib/shared/task-schema'
import type { Person } from '../accounts/person'
import { env } from '../env'
import { assertPicturesReachable } from '../images/gateway-address'
import { currentPrices } from '../prices/prices'
import { assertRoom } from '../storage/disk-room'
import { bodyHash } from './body-hash'
import { assertParents } from './family/assert-parents'
import { findPictures } from './find-pictures'
import { insertTask } from './store/insert-task'
import { findKey, findTask } from './store/tasks'
import type { TaskRow } from './store/task-row'

/** A task is a few rows; the worker asks again before it sends one (claim-task.ts). */
const ROOM_MAX_AGE_MS = 1_000

/**
 * Commits a task once per key. The same key with the same (parsed) body answers the same task; with another body it is refused.
 * Throws AppError: invalid, idempotency_mismatch, picture_unreachable, disk_full. Nothing is left behind by any of them.
 */
export async function createTask(options: {
  person: Person
  key: string
  body: unknown
  now?: Date
}): Promise<TaskRow> {
  const read = readTask(options.body, env().gateway.rules)
  if (!read.ok) throw new AppError('invalid', 'the catalogue refuses it', { fields: read.problems })
  return insertOnce({ ...options, task: read.task })
}

/** The part that `retry` shares: a task that is known to be valid. */
export async function insertOnce(options: {
  person: Person
  key: string
  task: NewTask
  retryOf?: string
  now?: Date
}): Promise<TaskRow> {
  const { person, key, task, retryOf, now = new Date() } = options
  const hash = bodyHash(task)
  const before = await findBound(person, key, hash)
  if (before) return before
  assertPicturesReachable()
  const images = await findPictures({ person, tasks: [task] })
  await assertParents({ person, tasks: [task] })
  const prices = await currentPrices()
  await assertRoom({ maxAgeMs: ROOM_MAX_AGE_MS })
  const inserted = await insertTask({
    task: { ...task, estimate: estimateCost(task, prices) },
    owner: person.id,
    key,
    bodyHash: hash,
    now,
    images,
    retryOf,
    gateway: env().gateway.name,
  })
  const row = inserted ?? (await findBound(person, key, hash))
  if (!row) throw new Error('a task that was just committed is not there')
  return row
}

async function findBound(person: Person, key: string, hash: string): Promise<TaskRow | null> {
  const bound = await findKey(person.id, key)
  if (!bound) return null
  if (bound.bodyHash !== hash || !bound.taskId) throw new AppError('idempotency_mismatch')
  const task = await findTask(bound.taskId)
  // Answered with a task that is in the trash, whoever asks would wait for it for ever.
  if (task?.deletedAt) throw new AppError('conflict', 'the task of this key was deleted')
  return task
}
