import { randomUUID } from 'node:crypto'
import type { Epoch } from '../../epoch-file'
import { connection } from '../../db/database'
import { sql, type Sql } from '../../db/sql'
import { auditInsert } from './audit'

const ROW = 1
/** It is done by hand, at the machine. Until there are accounts that is the one person. */
const WHOEVER_RUNS_IT = 'local'

type Stored = { line: string; number: number }

/** How far the database says that the sending has come. */
export async function readEpoch(): Promise<Epoch> {
  const [row] = await connection().rows<Stored>(SELECT)
  return row ?? { line: '', number: 0 }
}

const SELECT = sql`SELECT "line", "number" FROM "Epoch" WHERE "id" = ${ROW}`

/** Counts the claim that this transaction has just made, if it has made one. */
export function advanceEpoch(leaseToken: string): Sql {
  return sql`
    INSERT INTO "Epoch" ("id", "line", "number")
    SELECT ${ROW}, '', 1 WHERE EXISTS (SELECT 1 FROM "Task" WHERE "leaseToken" = ${leaseToken})
    ON CONFLICT ("id") DO UPDATE SET "number" = "number" + 1`
}

/**
 * Nobody sends, in any process, while `work` runs. What it answers becomes the epoch; null leaves it.
 * `holdsTasks`: everything that was not sent yet, or might have been, waits for a person from then on.
 */
export async function settleEpoch(
  now: Date,
  work: (stored: Epoch) => Promise<{ epoch: Epoch; holdsTasks: boolean } | null>,
): Promise<number> {
  return connection().hold(async (run) => {
    const [row] = (await run(SELECT)).rows
    const stored = { line: String(row?.line ?? ''), number: Number(row?.number ?? 0) }
    const settled = await work(stored)
    if (!settled) return 0
    const { line, number } = settled.epoch
    await run(sql`
      INSERT INTO "Epoch" ("id", "line", "number") VALUES (${ROW}, ${line}, ${number})
      ON CONFLICT ("id") DO UPDATE SET "line" = ${line}, "number" = ${number}`)
    if (!settled.holdsTasks) return 0
    const [held] = await Promise.all(holdTasks(now).map(run))
    return held?.changed ?? 0
  })
}

/** A queued task may have been sent since the database was copied: like a lost answer, only a person knows. */
function holdTasks(now: Date): Sql[] {
  return [
    sql`
      UPDATE "Task" SET "status" = 'unconfirmed', "errorCode" = 'studio_restored', "leaseToken" = NULL, "leaseUntil" = NULL,
        "submittedAt" = coalesce("submittedAt", ${now}), "updatedAt" = ${now}
      WHERE "status" IN ('queued', 'submitting')`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task"
      WHERE "status" = 'unconfirmed' AND "errorCode" = 'studio_restored' AND "updatedAt" = ${now}`,
    auditInsert(
      { at: now, owner: WHOEVER_RUNS_IT, action: 'restore', taskId: null },
      sql`WHERE EXISTS (SELECT 1 FROM "Task")`,
    ),
    // A database without tasks is a new one: nothing was put back.
    sql`
      INSERT INTO "Queue" ("id", "pausedReason", "pausedAt", "unclearInARow")
      SELECT 1, 'restored', ${now}, 0 WHERE EXISTS (SELECT 1 FROM "Task")
      ON CONFLICT ("id") DO UPDATE SET "pausedReason" = 'restored', "pausedAt" = ${now}`,
  ]
}

/** A history of its own. */
export function newLine(): string {
  return randomUUID()
}
