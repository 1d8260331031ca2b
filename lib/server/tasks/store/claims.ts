import { randomUUID } from 'node:crypto'
import { connection, db } from '../../db/database'
import { sql } from '../../db/sql'
import { milestone } from '../../milestone'
import { keyHolds } from './key-holds'

export type Claim = { id: string; token: string }
type Row = { id: string }
/** Whose tasks are taken, and with which stored key. */
type Access = { gateway: string; keyVersion: string | null }

/** The tasks of a paused batch wait, and those behind them go by. */
const NOT_HELD = sql`NOT EXISTS (
  SELECT 1 FROM "Batch" WHERE "Batch"."id" = "Task"."batchId" AND "Batch"."pausedAt" IS NOT NULL)`

/**
 * Takes the oldest task that may be sent now, unless the queue is paused or the gateway already has `concurrency` of ours.
 * One conditional UPDATE that may lose: with any number of workers a row is claimed once and the limit holds.
 */
export async function claimToSubmit(
  options: Access & { now: Date; leaseMs: number; concurrency: number },
): Promise<Claim | null> {
  const { now, gateway, concurrency } = options
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + options.leaseMs)
  milestone('submit.claiming')
  const [claimed] = await connection().transaction([
    sql`
      UPDATE "Task" SET "status" = 'submitting', "leaseToken" = ${token}, "leaseUntil" = ${leaseUntil}, "updatedAt" = ${now}
      WHERE "id" = (
        SELECT "id" FROM "Task"
        WHERE "status" = 'queued' AND "gateway" = ${gateway} AND "deletedAt" IS NULL AND "dueAt" <= ${now} AND ${NOT_HELD} ORDER BY "id" LIMIT 1
      )
      AND "status" = 'queued'
      AND (SELECT count(*) FROM "Task" WHERE "status" IN ('submitting', 'running') AND "gateway" = ${gateway}) < ${concurrency}
      AND NOT EXISTS (SELECT 1 FROM "Queue" WHERE "pausedReason" IS NOT NULL)
      AND ${keyHolds(options.keyVersion)}
      RETURNING "id"`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "leaseToken" = ${token}`,
  ])
  const id = claimed?.rows[0]?.id
  return typeof id === 'string' ? { id, token } : null
}

/** Takes a task whose next question or download is due. Both are free to repeat, so a lease that ran out is simply taken over. */
export async function claimDue(
  options: Access & { status: 'running' | 'archiving'; now: Date; leaseMs: number },
): Promise<Claim | null> {
  const { status, now, gateway } = options
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + options.leaseMs)
  const rows = await connection().rows<Row>(sql`
    UPDATE "Task" SET "leaseToken" = ${token}, "leaseUntil" = ${leaseUntil}
    WHERE "id" = (
      SELECT "id" FROM "Task"
      WHERE "status" = ${status} AND "gateway" = ${gateway} AND "dueAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
      ORDER BY "dueAt" LIMIT 1
    )
    AND "status" = ${status} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now}) AND ${keyHolds(options.keyVersion)}
    RETURNING "id"`)
  const id = rows[0]?.id
  return id ? { id, token } : null
}

/** Keeps a claim for another lease; false when somebody else has it. */
export async function renewClaim(claim: Claim, leaseUntil: Date): Promise<boolean> {
  const { count } = await (
    await db()
  ).task.updateMany({
    where: { id: claim.id, leaseToken: claim.token },
    data: { leaseUntil },
  })
  return count === 1
}

/** Gives a claim back without a change, so that the next worker need not wait for the lease to end. */
export async function releaseClaim(claim: Claim): Promise<void> {
  await (
    await db()
  ).task.updateMany({
    where: { id: claim.id, leaseToken: claim.token, status: { in: ['running', 'archiving'] } },
    data: { leaseToken: null, leaseUntil: null },
  })
}

/**
 * A paid request whose worker went silent may have been accepted: it becomes `unconfirmed`, never `queued`.
 * @returns how many.
 */
export async function expireSubmitting(now: Date): Promise<number> {
  milestone('expiry.writing')
  const [expired] = await connection().transaction([
    sql`
      UPDATE "Task" SET "status" = 'unconfirmed', "errorCode" = 'studio_stopped', "leaseToken" = NULL, "leaseUntil" = NULL,
        "submittedAt" = coalesce("submittedAt", ${now}), "updatedAt" = ${now}
      WHERE "status" = 'submitting' AND "leaseUntil" < ${now}`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task"
      WHERE "status" = 'unconfirmed' AND "errorCode" = 'studio_stopped' AND "updatedAt" = ${now}`,
  ])
  const changed = expired?.changed ?? 0
  if (changed > 0) milestone('expiry.written')
  return changed
}
