import type { TaskErrorCode } from '@/lib/shared/errors'
import type { TaskStatus } from '@/lib/shared/task-states'
import { connection } from '../../db/database'
import type { Task } from '../../db/generated/client'
import { list, names, NOTHING, sql, type Sql } from '../../db/sql'
import { milestone } from '../../milestone'
import { auditInsert, type AuditNote } from './audit'
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
export type Decision = Partial<
  Pick<
    Task,
    | 'status'
    | 'attempt'
    | 'upstreamTaskId'
    | 'submittedAt'
    | 'finishedAt'
    | 'deletedAt'
    | 'errorCode'
    | 'dueAt'
    | 'tries'
  >
>

/** As a person saw it: what has moved on since is not decided upon. */
export type Standing = {
  from: readonly TaskStatus[]
  attempt?: number
  errorCode?: TaskErrorCode
  isDeleted?: boolean
}

/**
 * What a person decides about a task, if it still stands as they saw it; false when it does not. Who decided what is written with
 * it, all or nothing.
 */
export async function decide(
  options: Standing & {
    id: string
    data: Decision
    note: Pick<AuditNote, 'owner' | 'action' | 'detail'>
    now: Date
  },
): Promise<boolean> {
  const { id, data, note, now } = options
  const standing = sql`"id" = ${id} AND ${stands(options)}`
  const columns = Object.entries(data).map(([name, value]) => sql`${names(name)} = ${value}`)
  milestone('decision.committing')
  const [, updated] = await connection().transaction([
    auditInsert({ ...note, at: now, taskId: id }, sql`FROM "Task" WHERE ${standing}`),
    sql`UPDATE "Task" SET ${list(columns)}, "updatedAt" = ${now} WHERE ${standing}`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "id" = ${id} AND "updatedAt" = ${now}`,
  ])
  milestone('decision.committed')
  return updated?.changed === 1
}

function stands({ from, attempt, errorCode, isDeleted = false }: Standing): Sql {
  const conditions = [
    sql`"status" IN (${list(from)})`,
    // Nothing leads back out of an emptied trash.
    isDeleted ? sql`"deletedAt" IS NOT NULL AND "purgedAt" IS NULL` : sql`"deletedAt" IS NULL`,
    ...(attempt === undefined ? [] : [sql`"attempt" = ${attempt}`]),
    ...(errorCode === undefined ? [] : [sql`"errorCode" = ${errorCode}`]),
  ]
  return conditions.reduce((all, each) => sql`${all} AND ${each}`)
}

/** The saved clip of a task by its hash, also while it lies in the trash: one looks before one puts it back. */
export async function findSavedOutput(
  taskId: string,
  sha256: string,
): Promise<{ bytes: number } | null> {
  const [output] = await connection().rows<{ bytes: number | null }>(sql`
    SELECT "bytes" FROM "TaskOutput"
    WHERE "taskId" = ${taskId} AND "sha256" = ${sha256} AND "savedAt" IS NOT NULL LIMIT 1`)
  return output?.bytes ? { bytes: output.bytes } : null
}

/** Whether this is the still of a task's clip, also while it lies in the trash: one looks there for what to put back. */
export async function hasPoster(taskId: string, sha256: string): Promise<boolean> {
  const rows = await connection().rows(sql`
    SELECT 1 FROM "TaskOutput" WHERE "taskId" = ${taskId} AND "posterSha256" = ${sha256} LIMIT 1`)
  return rows.length > 0
}
