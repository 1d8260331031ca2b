import { connection } from '../../../db/database'
import { sql } from '../../../db/sql'
import { changeInsert, itemsInsert, type NewChangeRow } from '../../changes/store/changes'

/** A selection that is kept to be fetched is a change that changes nothing: no worker takes it, and no list has it. */
const KEPT = 'download'
const IDS_AT_A_TIME = 2_000

/** Keeps what was selected, a part at a time; it can be fetched when all of it is there. */
export async function keepSelection(row: NewChangeRow, ids: readonly string[]): Promise<void> {
  await connection().run(changeInsert(row, 'preparing'))
  for (let at = 0; at < ids.length; at += IDS_AT_A_TIME) {
    await connection().run(itemsInsert(row.id, ids.slice(at, at + IDS_AT_A_TIME), at))
  }
  await connection().run(sql`UPDATE "Change" SET "state" = ${KEPT} WHERE "id" = ${row.id}`)
}

/** When it was selected; null where there is none, or none any more. */
export async function findKept(
  owner: string,
  id: string,
  after: Date,
): Promise<{ total: number; createdAt: Date } | null> {
  const [row] = await connection().rows<{ total: number; createdAt: Date }>(sql`
    SELECT "total", "createdAt" FROM "Change"
    WHERE "owner" = ${owner} AND "id" = ${id} AND "state" = ${KEPT} AND "createdAt" >= ${after}`)
  return row ?? null
}

/** The next ids of it after a place, in its order. */
export async function keptAfter(
  id: string,
  place: number,
  limit: number,
): Promise<{ taskId: string; position: number }[]> {
  return connection().rows(sql`
    SELECT "taskId", "position" FROM "ChangeItem"
    WHERE "changeId" = ${id} AND "position" > ${place} ORDER BY "position" LIMIT ${limit}`)
}

/** Clips of these that are saved, and how many bytes they have. */
export async function countSaved(
  ids: readonly string[],
): Promise<{ count: number; bytes: number }> {
  const [row] = await connection().rows<{ count: number; bytes: number }>(sql`
    SELECT count(*) AS "count", coalesce(sum("bytes"), 0) AS "bytes" FROM "TaskOutput"
    WHERE "savedAt" IS NOT NULL AND "taskId" IN (
      SELECT "id" FROM "Task" WHERE "deletedAt" IS NULL AND "id" IN (SELECT "value" FROM json_each(${JSON.stringify(ids)})))`)
  return row ?? { count: 0, bytes: 0 }
}

/** @returns how many. */
export async function dropKeptBefore(moment: Date): Promise<number> {
  return connection().run(sql`
    DELETE FROM "Change" WHERE "state" = ${KEPT} AND "createdAt" < ${moment}`)
}
