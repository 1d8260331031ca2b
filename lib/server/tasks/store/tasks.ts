import type { TaskStatus } from '@/lib/shared/task-states'
import { connection, db } from '../../db/database'
import type { Prisma } from '../../db/generated/client'
import { NOTHING, sql } from '../../db/sql'
import { milestone } from '../../milestone'
import { readTasks } from './read-tasks'
import type { TaskRow } from './task-row'

/** A key is bound to a task or to a batch, never to both. */
export type BoundKey = { bodyHash: string; taskId: string | null; batchId: string | null }

/** What a key of a person is bound to. */
export async function findKey(owner: string, key: string): Promise<BoundKey | null> {
  const [bound] = await connection().rows<BoundKey>(sql`
    SELECT "bodyHash", "taskId", "batchId" FROM "IdempotencyKey" WHERE "owner" = ${owner} AND "key" = ${key}`)
  return bound ?? null
}

/** A task with its parts, also while in the trash; null where there is none. */
export async function findTask(id: string): Promise<TaskRow | null> {
  const [task] = await readTasks([id])
  return task ?? null
}

/** A page of ids, newest first, before `cursor` (an id). Keyset, so that the last page of 100,000 rows costs what the first does. */
export async function pageOfIds(limit: number, cursor: string | null): Promise<string[]> {
  const before = cursor ? sql`AND "id" < ${cursor}` : NOTHING
  const rows = await connection().rows<{ id: string }>(sql`
    SELECT "id" FROM "Task" WHERE "deletedAt" IS NULL ${before} ORDER BY "id" DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Tasks by id, in the order of `ids`. */
export async function findTasks(ids: readonly string[]): Promise<TaskRow[]> {
  const byId = new Map((await readTasks(ids)).map((task) => [task.id, task]))
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
  const database = await db()
  milestone('decision.committing')
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
  milestone('decision.committed')
  return updated.count === 1
}

/** The saved clip of a task by its hash. */
export async function findSavedOutput(
  taskId: string,
  sha256: string,
): Promise<{ bytes: number } | null> {
  const [output] = await connection().rows<{ bytes: number | null }>(sql`
    SELECT "bytes" FROM "TaskOutput"
    WHERE "taskId" = ${taskId} AND "sha256" = ${sha256} AND "savedAt" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Task" WHERE "id" = ${taskId} AND "deletedAt" IS NULL) LIMIT 1`)
  return output?.bytes ? { bytes: output.bytes } : null
}
