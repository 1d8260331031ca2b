import { v7 as uuidv7 } from 'uuid'
import type { NewTask } from '@/lib/shared/task-schema'
import { connection } from '../../db/database'
import { isUniqueViolation } from '../../db/driver-error'
import type { Image, Task, TaskInput } from '../../db/generated/client'
import { insertRows } from '../../db/insert-rows'
import { readRow, withImage, type TaskRow } from './task-row'

type NewRow = NewTask & {
  owner: string
  estimate: { credits: number; usd: number } | null
  key: string
  bodyHash: string
  gateway: string
  now: Date
  /** The stored pictures that its own name. */
  images: readonly Image[]
}

/**
 * Commits a task, the key that it is bound to and its first event at once. Null when the key was taken meanwhile. The
 * answer is made of what was inserted: a person waits.
 */
export async function insertTask(row: NewRow): Promise<TaskRow | null> {
  const { owner, key, bodyHash, now } = row
  const id = uuidv7({ msecs: now.getTime() })
  const task = taskOf(id, row)
  const [first, ...others] = inputsOf(id, row)
  if (!first) throw new Error('a task without a picture')
  const inserts = [
    insertRows('IdempotencyKey', [{ owner, key, bodyHash, taskId: id, createdAt: now }]),
    insertRows('Task', [task]),
    insertRows('TaskInput', [first, ...others]),
    insertRows('Event', [{ taskId: id, status: 'queued', at: now }]),
  ]
  try {
    await connection().transaction(inserts)
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
  const inputs = [first, ...others].map((input) => withImage(input, row.images))
  return readRow({ ...task, inputs, outputs: [] })
}

function taskOf(id: string, row: NewRow): Task {
  const { owner, gateway, mode, model, prompt, params, estimate, now } = row
  return {
    id,
    owner,
    status: 'queued',
    gateway,
    mode,
    model,
    prompt,
    params: JSON.stringify(params),
    estimate: estimate ? JSON.stringify(estimate) : null,
    usage: null,
    attempt: 1,
    dueAt: now,
    leaseToken: null,
    leaseUntil: null,
    upstreamTaskId: null,
    upstreamStatus: null,
    tries: 0,
    errorCode: null,
    errorDetail: null,
    createdAt: now,
    submittedAt: null,
    finishedAt: null,
    updatedAt: now,
    deletedAt: null,
  }
}

function inputsOf(taskId: string, { pictures }: NewRow): TaskInput[] {
  return pictures.map(({ role, imageId, type = null, refName = null }, position) => ({
    taskId,
    position,
    role,
    imageId,
    type,
    refName,
  }))
}
