import { PAUSE_REASONS, type PauseReason } from '@/lib/shared/errors'
import { connection } from '../../db/database'
import { list, sql } from '../../db/sql'
import { auditInsert } from './audit'
import { FORGET_QUERY_WAITS } from './gateway-waits'
import { keyHolds } from './key-holds'

const ROW = 1
const COUNTED = ['queued', 'submitting', 'running', 'archiving', 'unconfirmed']
const RESUMED = sql`"pausedReason" = NULL, "pausedAt" = NULL, "unclearInARow" = 0`

export type QueueRow = {
  pausedReason: PauseReason | null
  pausedAt: Date | null
  unclearInARow: number
}

type StoredQueue = { pausedReason: string | null; pausedAt: Date | null; unclearInARow: number }

/** Raw, like the counts: every page asks both, also the first one after a start. */
export async function readQueue(): Promise<QueueRow> {
  const [row] = await connection().rows<StoredQueue>(sql`SELECT * FROM "Queue" WHERE "id" = ${ROW}`)
  const pausedReason = PAUSE_REASONS.find((reason) => reason === row?.pausedReason) ?? null
  return { pausedReason, pausedAt: row?.pausedAt ?? null, unclearInARow: row?.unclearInARow ?? 0 }
}

/** Stops sending until a person resumes. The first reason stays; what a replaced key ran into counts no more. */
export async function pauseQueue(options: {
  reason: PauseReason
  now: Date
  keyVersion: string | null
}): Promise<void> {
  const { reason, now, keyVersion } = options
  await connection().run(sql`
    INSERT INTO "Queue" ("id", "pausedReason", "pausedAt", "unclearInARow")
    SELECT ${ROW}, ${reason}, ${now}, 0 WHERE ${keyHolds(keyVersion)}
    ON CONFLICT ("id") DO UPDATE SET "pausedReason" = ${reason}, "pausedAt" = ${now} WHERE "Queue"."pausedReason" IS NULL`)
}

/**
 * A person's word. The reason is named, so that a pause which came meanwhile for another one still holds. Questions, which rest
 * while the key is refused, go on at once too.
 */
export async function resumeQueue(options: {
  reason: PauseReason
  owner: string
  now: Date
}): Promise<void> {
  const { reason, owner, now } = options
  const paused = sql`"id" = ${ROW} AND "pausedReason" = ${reason}`
  const note = { at: now, owner, action: 'resume_queue', taskId: null, detail: { reason } } as const
  await connection().transaction([
    auditInsert(note, sql`FROM "Queue" WHERE ${paused}`),
    sql`UPDATE "Queue" SET ${RESUMED} WHERE ${paused}`,
    FORGET_QUERY_WAITS,
  ])
}

/** Only while one of these is the reason. */
export async function resumeQueueIf(reasons: PauseReason[]): Promise<void> {
  await connection().transaction([
    sql`UPDATE "Queue" SET ${RESUMED} WHERE "id" = ${ROW} AND "pausedReason" IN (${list(reasons)})`,
    FORGET_QUERY_WAITS,
  ])
}

/** Counts an unclear answer; returns how many came in a row. */
export async function countUnclear(): Promise<number> {
  const [row] = await connection().rows<{ unclearInARow: number }>(sql`
    INSERT INTO "Queue" ("id", "unclearInARow") VALUES (${ROW}, 1)
    ON CONFLICT ("id") DO UPDATE SET "unclearInARow" = "unclearInARow" + 1 RETURNING "unclearInARow"`)
  return row?.unclearInARow ?? 0
}

export async function resetUnclear(): Promise<void> {
  await connection().run(
    sql`UPDATE "Queue" SET "unclearInARow" = 0 WHERE "id" = ${ROW} AND "unclearInARow" > 0`,
  )
}

export async function countByStatus(): Promise<Map<string, number>> {
  const groups = await connection().rows<{ status: string; count: number }>(sql`
    SELECT "status", count(*) AS "count" FROM "Task"
    WHERE "status" IN (${list(COUNTED)}) AND "deletedAt" IS NULL GROUP BY "status"`)
  return new Map(groups.map(({ status, count }) => [status, count]))
}
