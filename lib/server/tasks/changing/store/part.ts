import type { Run } from '../../../db/connection'
import { list, sql, type Sql } from '../../../db/sql'

/** Some tasks that are changed in one transaction, by whom and when. */
export type Part = { run: Run; ids: readonly string[]; owner: string; now: Date }

/** What a changed task was before, as JSON takes it. */
export type BeforeValue = Record<string, string | number | null | readonly string[]>
/** By task; one that is not in it was not changed. */
export type Before = ReadonlyMap<string, BeforeValue>
/** Puts back what `before` says, where it is still as the change made it. @returns the ids of those. */
export type PutBack = (part: Omit<Part, 'ids'> & { before: Before }) => Promise<string[]>

/** Not in the trash, nor out of it. */
export const IS_LIVE = sql`"Task"."deletedAt" IS NULL`
export const IS_IN_TRASH = sql`"Task"."deletedAt" IS NOT NULL AND "Task"."purgedAt" IS NULL`

/** Tells every tab of these. */
export async function tellOf({ run, now }: Pick<Part, 'run' | 'now'>, ids: readonly string[]) {
  if (ids.length === 0) return
  await run(sql`
    INSERT INTO "Event" ("taskId", "status", "at")
    SELECT "id", "status", ${now} FROM "Task" WHERE "id" IN (${list(ids)}) ORDER BY "id"`)
}

/** `[id, value]` pairs as a table `b` with the columns `id` and `value`. */
export function pairs(values: readonly (readonly [string, unknown])[]): Sql {
  return sql`(
    SELECT json_extract("value", '$[0]') AS "id", json_extract("value", '$[1]') AS "value"
    FROM json_each(${JSON.stringify(values)})) AS "b"`
}

export function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map(({ id }) => String(id))
}
