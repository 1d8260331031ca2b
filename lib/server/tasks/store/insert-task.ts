import { v7 as uuidv7 } from 'uuid'
import type { Estimate } from '@/lib/shared/pricing'
import type { NewTask } from '@/lib/shared/task-schema'
import { connection } from '../../db/database'
import { isUniqueViolation } from '../../db/driver-error'
import type { Batch, Image, Task, TaskInput } from '../../db/generated/client'
import { insertRows } from '../../db/insert-rows'
import type { Sql } from '../../db/sql'
import { milestone } from '../../milestone'
import { auditInsert } from './audit'
import { readRow, withImage, type TaskRow } from './task-row'

/** Whose a task is, and where it comes from. */
type Origin = {
  owner: string
  gateway: string
  now: Date
  /** The task that is tried again with this one. */
  retryOf?: string
}
type PricedTask = NewTask & { estimate: Estimate | null }
/** What all tasks of one request have in common. */
type Common = Origin & {
  key: string
  bodyHash: string
  /** The stored pictures that the tasks name. */
  images: readonly Image[]
}

/**
 * Commits a task, the key that it is bound to and its first event at once. Null when the key was taken meanwhile. The
 * answer is made of what was inserted: a person waits.
 */
export async function insertTask(row: Common & { task: PricedTask }): Promise<TaskRow | null> {
  const id = uuidv7({ msecs: row.now.getTime() })
  const task = taskOf(id, null, row.task, row)
  const inserted = await insert(row, [{ task, inputs: inputsOf(id, row.task) }], null)
  return inserted?.[0] ?? null
}

/** The same for a batch: all of its tasks or none. They are sent in the order in which they stand. */
export async function insertBatch(
  row: Common & { name: string | null; tasks: readonly PricedTask[] },
): Promise<{ batch: Batch; tasks: TaskRow[] } | null> {
  const { owner, name, now } = row
  const msecs = now.getTime()
  const batch = { id: uuidv7({ msecs }), owner, name, createdAt: now, pausedAt: null }
  const tasks = row.tasks.map((task, seq) => {
    const id = uuidv7({ msecs, seq }) // ids sort by it within the millisecond
    return { task: taskOf(id, batch.id, task, row), inputs: inputsOf(id, task) }
  })
  const inserted = await insert(row, tasks, batch)
  return inserted && { batch, tasks: inserted }
}

type Parts = { task: Task; inputs: TaskInput[] }

async function insert(
  { owner, key, bodyHash, now, images, retryOf }: Common,
  tasks: readonly Parts[],
  batch: Batch | null,
): Promise<TaskRow[] | null> {
  const note = { at: now, owner, action: 'retry', detail: { to: tasks[0]?.task.id } } as const
  const bound = batch
    ? { taskId: null, batchId: batch.id }
    : { taskId: tasks[0]?.task.id ?? null, batchId: null }
  const inserts = [
    insertRows('IdempotencyKey', [{ owner, key, bodyHash, ...bound, createdAt: now }]),
    ...(batch ? [insertRows('Batch', [batch])] : []),
    insertRows('Task', atLeastOne(tasks.map(({ task }) => task))),
    insertRows('TaskInput', atLeastOne(tasks.flatMap(({ inputs }) => inputs))),
    insertRows(
      'Event',
      atLeastOne(tasks.map(({ task }) => ({ taskId: task.id, status: 'queued', at: now }))),
    ),
    ...(retryOf ? [auditInsert({ ...note, taskId: retryOf })] : []),
  ]
  milestone('create.committing')
  try {
    await connection().transaction(inserts)
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
  milestone('create.committed')
  const byId = new Map(images.map((image) => [image.id, image]))
  return tasks.map(({ task, inputs }) =>
    readRow({
      ...task,
      inputs: inputs.map((input) => withImage(input, byId)),
      outputs: [],
      tags: [],
      childCount: 0,
    }),
  )
}

/** The statements that make tasks and tell of them, for a transaction of somebody else. */
export function newTaskInserts(
  tasks: readonly (Origin & { id: string; task: PricedTask })[],
): Sql[] {
  const rows = tasks.map(({ id, task, ...origin }) => taskOf(id, null, task, origin))
  const events = rows.map(({ id, createdAt: at }) => ({ taskId: id, status: 'queued', at }))
  return [
    insertRows('Task', atLeastOne(rows)),
    insertRows('TaskInput', atLeastOne(tasks.flatMap(({ id, task }) => inputsOf(id, task)))),
    insertRows('Event', atLeastOne(events)),
  ]
}

function taskOf(id: string, batchId: string | null, task: PricedTask, row: Origin): Task {
  const { mode, model, prompt, params, estimate, parent } = task
  const { owner, gateway, now } = row
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
    notDoneAt: null,
    tries: 0,
    errorCode: null,
    errorDetail: null,
    createdAt: now,
    submittedAt: null,
    finishedAt: null,
    updatedAt: now,
    deletedAt: null,
    purgedAt: null,
    batchId,
    parentId: row.retryOf ?? parent?.taskId ?? null,
    parentWay: row.retryOf ? 'retry' : (parent?.way ?? null),
    title: null,
    notes: null,
    rating: null,
    favoriteAt: null,
  }
}

function inputsOf(taskId: string, { pictures }: NewTask): TaskInput[] {
  return pictures.map(({ role, imageId, type = null, refName = null }, position) => ({
    taskId,
    position,
    role,
    imageId,
    type,
    refName,
  }))
}

function atLeastOne<T>([first, ...others]: T[]): [T, ...T[]] {
  if (first === undefined) throw new Error('nothing to insert: a task without a picture')
  return [first, ...others]
}
