import { connection } from '../../db/database'
import { list, sql } from '../../db/sql'
import { NOT_HELD } from './claims'
import { occupied, type Slots } from './slots'

/** Behind so many nobody is told a place. */
const COUNTED = 1_000

/** The places of queued tasks among those that would be sent before them, from 1; none for those that are held or far behind. */
export async function placesOf(
  ids: readonly string[],
  gateway: string,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await connection().rows<{ id: string; place: number }>(sql`
    SELECT "id", "place" FROM (
      SELECT "id", row_number() OVER (ORDER BY "dueAt", "id") AS "place" FROM (
        SELECT "id", "dueAt" FROM "Task"
        WHERE "status" = 'queued' AND "gateway" = ${gateway} AND "deletedAt" IS NULL AND ${NOT_HELD}
        ORDER BY "dueAt", "id" LIMIT ${COUNTED}))
    WHERE "id" IN (${list(ids)})`)
  return new Map(rows.map(({ id, place }) => [id, place]))
}

/** How many of ours the gateway has, as far as that matters: at most the account's places. */
export async function countTaken(gateway: string, slots: Slots): Promise<number> {
  const [row] = await connection().rows<{ count: number }>(
    sql`SELECT ${occupied(gateway, slots)} AS "count"`,
  )
  return row?.count ?? 0
}
