import { createHash } from 'node:crypto'
import { AppError } from '@/lib/shared/errors'
import { estimateCost } from '@/lib/shared/pricing'
import { readTask, type NewTask } from '@/lib/shared/task-schema'
import type { Person } from '../accounts/person'
import { env } from '../env'
import { assertPicturesReachable } from '../images/gateway-address'
import { findImages, type ImageRow } from '../images/image-store'
import { assertRoom } from '../storage/disk-room'
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
  now?: Date
}): Promise<TaskRow> {
  const { person, key, task, now = new Date() } = options
  const bodyHash = hashOf(task)
  const before = await findBound(person, key, bodyHash)
  if (before) return before
  assertPicturesReachable()
  const images = await findPictures(person, task)
  await assertRoom({ maxAgeMs: ROOM_MAX_AGE_MS })
  const inserted = await insertTask({
    ...task,
    owner: person.id,
    key,
    bodyHash,
    now,
    images,
    gateway: env().gateway.name,
    estimate: estimateCost(task),
  })
  const row = inserted ?? (await findBound(person, key, bodyHash))
  if (!row) throw new Error('a task that was just committed is not there')
  return row
}

async function findBound(person: Person, key: string, bodyHash: string): Promise<TaskRow | null> {
  const bound = await findKey(person.id, key)
  if (!bound) return null
  if (bound.bodyHash !== bodyHash) throw new AppError('idempotency_mismatch')
  const task = await findTask(bound.taskId)
  // Answered with a task that is in the trash, whoever asks would wait for it for ever.
  if (task?.deletedAt) throw new AppError('conflict', 'the task of this key was deleted')
  return task
}

async function findPictures(person: Person, task: NewTask): Promise<ImageRow[]> {
  const ids = task.pictures.map((picture) => picture.imageId)
  const images = await findImages({ owner: person.id, ids })
  const found = new Set(images.map((image) => image.id))
  const paths = {
    image: () => 'image',
    head: () => 'headtailImages.head',
    tail: () => 'headtailImages.tail',
  }
  const fields = task.pictures.flatMap(({ imageId, role }, index) => {
    if (found.has(imageId)) return []
    const path = role === 'reference' ? `characterImages.${index}` : paths[role]()
    return [{ path, code: 'unknown_picture' as const }]
  })
  if (fields.length > 0) throw new AppError('invalid', 'a picture is not there', { fields })
  return images
}

/** Of the parsed body, with keys in order: two spellings of one request are one request. */
function hashOf(task: NewTask): string {
  const ordered = JSON.stringify(task, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(ordered).digest('hex')
}
