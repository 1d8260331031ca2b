import { connection } from '../../db/database'
import type { Exchange } from '../../db/generated/client'
import { list, NOTHING, sql } from '../../db/sql'

export type ExchangeRow = Exchange

/** A page of ids of tasks that wait for a person's word, newest first, before `cursor` (an id). Each kind is found by its index. */
export async function pageOfNeedy(limit: number, cursor: string | null): Promise<string[]> {
  const before = cursor ? sql`AND "id" < ${cursor}` : NOTHING
  const rows = await connection().rows<{ id: string }>(sql`
    SELECT "id" FROM "Task" WHERE "status" = 'unconfirmed' AND "deletedAt" IS NULL ${before}
    UNION ALL
    SELECT "id" FROM "Task" WHERE "status" = 'failed' AND "errorCode" = 'result_lost' AND "deletedAt" IS NULL ${before}
    ORDER BY "id" DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Results that the gateway made and the studio could not save. */
export async function countLost(): Promise<number> {
  const [row] = await connection().rows<{ count: number }>(sql`
    SELECT count(*) AS "count" FROM "Task"
    WHERE "status" = 'failed' AND "errorCode" = 'result_lost' AND "deletedAt" IS NULL`)
  return row?.count ?? 0
}

/** What the gateway last said to each of these tasks in its current attempt. */
export async function lastExchanges(taskIds: readonly string[]): Promise<Map<string, ExchangeRow>> {
  if (taskIds.length === 0) return new Map()
  const rows = await connection().rows<ExchangeRow>(sql`
    SELECT * FROM "Exchange" WHERE "id" IN (
      SELECT max("Exchange"."id") FROM "Exchange" JOIN "Task" ON "Task"."id" = "Exchange"."taskId"
      WHERE "taskId" IN (${list(taskIds)}) AND "Exchange"."attempt" = "Task"."attempt" GROUP BY "taskId")`)
  return new Map(rows.map((row) => [row.taskId, row]))
}

/** What the gateway said to a task in any attempt, oldest first; of many the last. */
export async function exchangesOf(taskId: string, most: number): Promise<ExchangeRow[]> {
  const rows = await connection().rows<ExchangeRow>(sql`
    SELECT * FROM "Exchange" WHERE "taskId" = ${taskId} ORDER BY "id" DESC LIMIT ${most}`)
  return rows.toReversed()
}
