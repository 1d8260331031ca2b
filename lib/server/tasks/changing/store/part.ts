import type { Run } from '../../../db/connection'
import { list, sql } from '../../../db/sql'

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

/** Ids by a value that they have in common: a statement for each value finds its rows by their keys. */
export function idsByValue(before: Before, name: string): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  for (const [id, { [name]: value = null }] of before) {
    const key = value === null ? null : String(value)
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return groups
}

export function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map(({ id }) => String(id))
}
