import { list, names, sql, type Sql } from '../../../db/sql'
import { IS_LIVE, idsOf, idsByValue, tellOf, type Before, type Part, type PutBack } from './part'

type Column = 'rating' | 'title' | 'notes' | 'favoriteAt'
/** What is written, and how to tell that it still stands. */
type Made = { column: Column; value: Sql; isMade: Sql }

export const setRating = (rating: number | null): Made => plain('rating', sql`${rating}`)
export const setTitle = (title: string | null): Made => plain('title', sql`${title}`)
export const setNotes = (notes: string | null): Made => plain('notes', sql`${notes}`)

/** One that was a favourite already stays one since then. */
export const setFavorite = (isFavorite: boolean, now: Date): Made => ({
  column: 'favoriteAt',
  value: isFavorite ? sql`coalesce("favoriteAt", ${now})` : sql`NULL`,
  isMade: isFavorite ? sql`"favoriteAt" IS NOT NULL` : sql`"favoriteAt" IS NULL`,
})

function plain(column: Column, value: Sql): Made {
  return { column, value, isMade: sql`${names(column)} IS ${value}` }
}

/** Writes a column of live tasks. */
export async function setColumn(part: Part, { column, value }: Made): Promise<Before> {
  const { run, ids, now } = part
  const live = sql`"id" IN (${list(ids)}) AND ${IS_LIVE}`
  // As text: what was written comes back byte for byte, moments too.
  const { rows } = await run(
    sql`SELECT "id", CAST(${names(column)} AS TEXT) AS "value" FROM "Task" WHERE ${live}`,
  )
  await run(sql`UPDATE "Task" SET ${names(column)} = ${value}, "updatedAt" = ${now} WHERE ${live}`)
  await tellOf(part, idsOf(rows))
  return new Map(rows.map(({ id, value: old }) => [String(id), { was: textOf(old) }]))
}

export const putColumnBack =
  ({ column, isMade }: Made): PutBack =>
  async ({ run, now, before }) => {
    const ids: string[] = []
    for (const [was, those] of idsByValue(before, 'was')) {
      const { rows } = await run(sql`
        UPDATE "Task" SET ${names(column)} = ${was}, "updatedAt" = ${now}
        WHERE "id" IN (${list(those)}) AND ${IS_LIVE} AND ${isMade} RETURNING "id"`)
      ids.push(...idsOf(rows))
    }
    await tellOf({ run, now }, ids)
    return ids
  }

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}
