import { list, sql, type Sql } from '../../db/sql'

/** How many of ours the gateway may have at once, and which rows count as being there. */
export type Slots = {
  concurrency: number
  /** What was sent before these moments is surely over at the gateway, whatever the row says. */
  runningSince: Date
  unconfirmedSince: Date
  /** The gateway's words for what is done: from then on it only owes a link. */
  doneWords: readonly string[]
}

/** A condition: the gateway has as many of ours as it may. */
export function isTaken(gateway: string, slots: Slots): Sql {
  return sql`(${occupied(gateway, slots)} >= ${slots.concurrency})`
}

/**
 * How many of ours the gateway has, counted as far as it may have them. What is in the air counts, what it works on, and what it may be
 * working on though nobody knows; a task whose clip it has made already (and whose link died) does not.
 */
export function occupied(gateway: string, slots: Slots): Sql {
  const { concurrency, runningSince, unconfirmedSince, doneWords } = slots
  return sql`(
    SELECT count(*) FROM (
      SELECT 1 FROM "Task" WHERE "gateway" = ${gateway} AND "status" IN ('submitting', 'running', 'unconfirmed') AND (
        "status" = 'submitting'
        OR ("status" = 'unconfirmed' AND "submittedAt" > ${unconfirmedSince})
        OR ("status" = 'running' AND coalesce("submittedAt", "createdAt") > ${runningSince}
          AND coalesce("upstreamStatus", '') NOT IN (${list(doneWords)})
          AND NOT EXISTS (SELECT 1 FROM "TaskOutput" WHERE "taskId" = "Task"."id"))
      ) LIMIT ${concurrency}
    ))`
}
