import { randomUUID } from 'node:crypto'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { milestone } from '../../milestone'
import { advanceEpoch } from './epoch'
import { maySend } from './gateway-waits'
import { keyHolds } from './key-holds'
import { isTaken, type Slots } from './slots'

export type Claim = { id: string; token: string }
type Row = { id: string }
/** Whose tasks are taken, and with which stored key. */
type Access = { gateway: string; keyVersion: string | null }

/** The tasks of a paused batch wait, and those behind them go by. */
export const NOT_HELD = sql`NOT EXISTS (
  SELECT 1 FROM "Batch" WHERE "Batch"."id" = "Task"."batchId" AND "Batch"."pausedAt" IS NOT NULL)`

/**
 * Takes the first task that may be sent now, unless the queue is paused, the gateway asked to wait, or it has as many of ours
 * as it may. One conditional UPDATE that may lose: with any number of workers a row is claimed once and the limits hold.
 */
export async function claimToSubmit(
  options: Access & { now: Date; leaseMs: number; slots: Slots },
): Promise<Claim | null> {
  const { now, gateway, slots } = options
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + options.leaseMs)
  milestone('submit.claiming')
  const [claimed] = await connection().transaction([
    sql`
      UPDATE "Task" SET "status" = 'submitting', "leaseToken" = ${token}, "leaseUntil" = ${leaseUntil}, "updatedAt" = ${now}
      WHERE "id" = (
        SELECT "id" FROM "Task"
        WHERE "status" = 'queued' AND "gateway" = ${gateway} AND "deletedAt" IS NULL AND "dueAt" <= ${now} AND ${NOT_HELD}
        ORDER BY "dueAt", "id" LIMIT 1
      )
      AND "status" = 'queued'
      AND NOT ${isTaken(gateway, slots)} AND ${maySend(gateway, 'submit', now)}
      AND NOT EXISTS (SELECT 1 FROM "Queue" WHERE "pausedReason" IS NOT NULL)
      AND ${keyHolds(options.keyVersion)}
      RETURNING "id"`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "leaseToken" = ${token}`,
    advanceEpoch(token),
  ])
  const id = claimed?.rows[0]?.id
  return typeof id === 'string' ? { id, token } : null
}

/**
 * Takes a task whose next question or download is due, unless the gateway asked to wait with questions. Both are free to
 * repeat, so a lease that ran out is simply taken over.
 */
export async function claimDue(
  options: Access & { status: 'running' | 'archiving'; now: Date; leaseMs: number },
): Promise<Claim | null> {
  const { status, now, gateway } = options
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + options.leaseMs)
  const mayAsk = status === 'running' ? maySend(gateway, 'query', now) : sql`TRUE`
  const rows = await connection().rows<Row>(sql`
    UPDATE "Task" SET "leaseToken" = ${token}, "leaseUntil" = ${leaseUntil}
    WHERE "id" = (
      SELECT "id" FROM "Task"
      WHERE "status" = ${status} AND "gateway" = ${gateway} AND "dueAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
      ORDER BY "dueAt", "id" LIMIT 1
    )
    AND "status" = ${status} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now}) AND ${mayAsk} AND ${keyHolds(options.keyVersion)}
    RETURNING "id"`)
  const id = rows[0]?.id
  return id ? { id, token } : null
}

/** Keeps a claim for another lease; false when somebody else has it. */
export async function renewClaim(claim: Claim, leaseUntil: Date): Promise<boolean> {
  const renewed = await connection().run(sql`
    UPDATE "Task" SET "leaseUntil" = ${leaseUntil} WHERE "id" = ${claim.id} AND "leaseToken" = ${claim.token}`)
  return renewed === 1
}

/** Gives a claim back without a change, so that the next worker need not wait for the lease to end. */
export async function releaseClaim(claim: Claim): Promise<void> {
  await connection().run(sql`
    UPDATE "Task" SET "leaseToken" = NULL, "leaseUntil" = NULL
    WHERE "id" = ${claim.id} AND "leaseToken" = ${claim.token} AND "status" IN ('running', 'archiving')`)
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
