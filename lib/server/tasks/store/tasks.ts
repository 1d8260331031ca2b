import { v7 as uuidv7 } from 'uuid'
import type { NewTask } from '@/lib/shared/task-schema'
import type { TaskStatus } from '@/lib/shared/task-states'
import { db } from '../../db/database'
import { Prisma, type Image } from '../../db/generated/client'
import { readRow, WITH_PARTS, type TaskRow } from './task-row'

export type NewRow = NewTask & {
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
 * Commits a task, the key that it is bound to and its first event at once. Null when the key was taken meanwhile. As lists,
 * since a nested create reads back every row that it writes, and a person waits.
 */
export async function insertTask(row: NewRow): Promise<TaskRow | null> {
  const { owner, key, bodyHash, now, pictures } = row
  const id = uuidv7({ msecs: now.getTime() })
  const inputs = pictures.map((picture, position) => ({
    type: null,
    refName: null,
    ...picture,
    taskId: id,
    position,
  }))
  const withImages = inputs.map((input) => ({
    ...input,
    image: requireImage(row.images, input.imageId),
  }))
  const database = db()
  try {
    const [, [task]] = await database.$transaction([
      database.idempotencyKey.createMany({
        data: [{ owner, key, bodyHash, taskId: id, createdAt: now }],
      }),
      database.task.createManyAndReturn({ data: [columnsOf(id, row)] }),
      database.taskInput.createMany({ data: inputs }),
      database.event.createMany({ data: [{ taskId: id, status: 'queued', at: now }] }),
    ])
    if (!task) throw new Error('a task was committed without its row')
    return readRow({ ...task, inputs: withImages, outputs: [] })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

function columnsOf(id: string, row: NewRow): Prisma.TaskCreateManyInput {
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
    dueAt: now,
    createdAt: now,
    updatedAt: now,
  }
}

function requireImage(images: readonly Image[], id: string): Image {
  const image = images.find((each) => each.id === id)
  if (!image) throw new Error('a picture of the task was not looked up')
  return image
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

export async function findKey(
  owner: string,
  key: string,
): Promise<{ bodyHash: string; taskId: string } | null> {
  return db().idempotencyKey.findUnique({ where: { owner_key: { owner, key } } })
}

/** A task with its parts, also while in the trash; null where there is none. */
export async function findTask(id: string): Promise<TaskRow | null> {
  const stored = await db().task.findUnique({ where: { id }, include: WITH_PARTS })
  return stored ? readRow(stored) : null
}

/** A page of ids, newest first, before `cursor` (an id). Raw, since Prisma's own cursor costs twenty times as much on 100,000 rows. */
export async function pageOfIds(limit: number, cursor: string | null): Promise<string[]> {
  const before = cursor ? Prisma.sql`AND "id" < ${cursor}` : Prisma.empty
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Task" WHERE "deletedAt" IS NULL ${before} ORDER BY "id" DESC LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Tasks by id, in the order of `ids`. */
export async function findTasks(ids: readonly string[]): Promise<TaskRow[]> {
  const stored = await db().task.findMany({ where: { id: { in: [...ids] } }, include: WITH_PARTS })
  const byId = new Map(stored.map((task) => [task.id, readRow(task)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The columns that a decision sets. */
export type Decision = Prisma.TaskUpdateManyMutationInput

/** What a person decides about a task, if it still stands as they saw it; false when it does not. */
export async function decide(options: {
  id: string
  from: readonly TaskStatus[]
  attempt?: number
  data: Decision
  now: Date
}): Promise<boolean> {
  const { id, from, attempt, data, now } = options
  const database = db()
  const [updated] = await database.$transaction([
    database.task.updateMany({
      where: {
        id,
        deletedAt: null,
        status: { in: [...from] },
        ...(attempt === undefined ? {} : { attempt }),
      },
      data: { ...data, updatedAt: now },
    }),
    database.$executeRaw`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "id" = ${id} AND "updatedAt" = ${now}`,
  ])
  return updated.count === 1
}

/** The saved clip of a task by its hash. */
export async function findSavedOutput(
  taskId: string,
  sha256: string,
): Promise<{ bytes: number } | null> {
  const output = await db().taskOutput.findFirst({
    where: { taskId, sha256, savedAt: { not: null }, task: { deletedAt: null } },
    select: { bytes: true },
  })
  return output?.bytes ? { bytes: output.bytes } : null
}
