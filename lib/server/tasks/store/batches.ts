import * as z from 'zod'
import { ACTIVE_STATUSES, TASK_STATUSES } from '@/lib/shared/task-states'
import { connection } from '../../db/database'
import type { Batch } from '../../db/generated/client'
import { list, names, NOTHING, sql } from '../../db/sql'
import { auditInsert } from './audit'

export type BatchRow = Batch

export async function findBatch(id: string): Promise<BatchRow | null> {
  const [batch] = await connection().rows<BatchRow>(sql`SELECT * FROM "Batch" WHERE "id" = ${id}`)
  return batch ?? null
}

/** A page of batches, newest first, before `cursor` (an id); with `isOpen` only those in which something may still happen. */
export async function pageOfBatches(options: {
  limit: number
  cursor: string | null
  isOpen: boolean
}): Promise<BatchRow[]> {
  const { limit, cursor, isOpen } = options
  const before = cursor ? sql`AND "id" < ${cursor}` : NOTHING
  const open = isOpen
    ? sql`AND EXISTS (SELECT 1 FROM "Task" WHERE "batchId" = "Batch"."id" AND "deletedAt" IS NULL
        AND "status" IN (${list([...ACTIVE_STATUSES])}))`
    : NOTHING
  return connection().rows<BatchRow>(
    sql`SELECT * FROM "Batch" WHERE TRUE ${before} ${open} ORDER BY "id" DESC LIMIT ${limit}`,
  )
}

/** The ids of a batch's tasks in the order in which they were sent in, without the trash. */
export async function taskIdsOf(batchId: string): Promise<string[]> {
  const rows = await connection().rows<{ id: string }>(
    sql`SELECT "id" FROM "Task" WHERE "batchId" = ${batchId} AND "deletedAt" IS NULL ORDER BY "id"`,
  )
  return rows.map(({ id }) => id)
}

const groupSchema = z.object({
  batchId: z.string(),
  status: z.enum(TASK_STATUSES),
  estimate: z.string().nullable(),
  count: z.number(),
})
export type TaskGroup = z.infer<typeof groupSchema>

/** How many tasks of these batches are alike, by state and (stored) estimate; without the trash. */
export async function groupTasks(batchIds: readonly string[]): Promise<TaskGroup[]> {
  if (batchIds.length === 0) return []
  const rows = await connection().rows(sql`
    SELECT "batchId", "status", "estimate", count(*) AS "count" FROM "Task"
    WHERE "batchId" IN (${list(batchIds)}) AND "deletedAt" IS NULL
    GROUP BY "batchId", "status", "estimate"`)
  return z.array(groupSchema).parse(rows)
}

/**
 * Holds the batch's queued tasks back, or lets them go (`pausedAt` null); the moment of an earlier pause stays. Whoever listens
 * is told by one event of a task that waits: none of them has changed.
 */
export async function setPaused(options: {
  id: string
  pausedAt: Date | null
  now: Date
}): Promise<void> {
  const { id, pausedAt, now } = options
  const stands = pausedAt ? sql`IS NULL` : sql`IS NOT NULL`
  await connection().transaction([
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "batchId" = ${id} AND "status" = 'queued' AND "deletedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Batch" WHERE "id" = ${id} AND "pausedAt" ${stands})
      ORDER BY "id" LIMIT 1`,
    sql`
      UPDATE "Batch" SET "pausedAt" = ${pausedAt} WHERE "id" = ${id} AND "pausedAt" ${stands}`,
  ])
}

/**
 * Takes what is still queued out of the queue, and ends a pause: nothing waits for it any more. One conditional UPDATE, like a
 * claim: a task is either canceled or claimed.
 * @returns how many were canceled by this call
 */
export async function cancelQueued(options: {
  id: string
  owner: string
  now: Date
}): Promise<number> {
  const { id, owner, now } = options
  const waiting = sql`"batchId" = ${id} AND "status" = 'queued' AND "deletedAt" IS NULL`
  const note = { at: now, owner, action: 'cancel', detail: { batchId: id } } as const
  const [, canceled] = await connection().transaction([
    auditInsert({ ...note, taskId: names('id') }, sql`FROM "Task" WHERE ${waiting}`),
    sql`
      UPDATE "Task" SET "status" = 'canceled', "errorCode" = NULL, "finishedAt" = ${now}, "updatedAt" = ${now}
      WHERE ${waiting}`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task"
      WHERE "batchId" = ${id} AND "status" = 'canceled' AND "updatedAt" = ${now}`,
    sql`UPDATE "Batch" SET "pausedAt" = NULL WHERE "id" = ${id}`,
  ])
  return canceled?.changed ?? 0
}
