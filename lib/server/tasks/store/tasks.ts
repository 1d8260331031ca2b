import type { TaskStatus } from '@/lib/shared/task-states'
import { db } from '../../db/database'
import { Prisma } from '../../db/generated/client'
import { readRow, WITH_PARTS, type TaskRow } from './task-row'

/** A key is bound to a task or to a batch, never to both. */
export type BoundKey = { bodyHash: string; taskId: string | null; batchId: string | null }

/** What a key of a person is bound to. Raw, since every new task asks it and Prisma's own compiler costs more than the answer. */
export async function findKey(owner: string, key: string): Promise<BoundKey | null> {
  const [bound] = await db().$queryRaw<BoundKey[]>`
    SELECT "bodyHash", "taskId", "batchId" FROM "IdempotencyKey" WHERE "owner" = ${owner} AND "key" = ${key}`
  return bound ?? null
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
