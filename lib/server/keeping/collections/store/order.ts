import { connection } from '../../../db/database'
import type { Run } from '../../../db/connection'
import { NOTHING, sql } from '../../../db/sql'
import { PLACE_GAP } from './items'

/** Puts a clip of a collection before another one of it, or, with null, at its end. @returns whether both are in it. */
export async function moveItem(options: {
  collectionId: string
  taskId: string
  before: string | null
}): Promise<boolean> {
  const { collectionId, taskId, before } = options
  if (taskId === before) return true
  return connection().hold(async (run) => {
    const placeOf = async (id: string) => {
      const { rows } = await run(sql`
        SELECT "position" FROM "CollectionItem" WHERE "collectionId" = ${collectionId} AND "taskId" = ${id}`)
      return rows[0] ? Number(rows[0].position) : null
    }
    const gapBefore = async () => {
      const next = before === null ? null : await placeOf(before)
      const below = next === null ? NOTHING : sql`AND "position" < ${next}`
      const { rows } = await run(sql`
        SELECT max("position") AS "place" FROM "CollectionItem"
        WHERE "collectionId" = ${collectionId} AND "taskId" <> ${taskId} ${below}`)
      const place = rows[0]?.place ?? null
      const previous = place === null ? null : Number(place)
      return { previous, next }
    }
    if ((await placeOf(taskId)) === null) return false
    if (before !== null && (await placeOf(before)) === null) return false
    let place = between(await gapBefore())
    if (place === null) {
      await spread(run, collectionId)
      place = between(await gapBefore())
    }
    await run(sql`
      UPDATE "CollectionItem" SET "position" = ${place} WHERE "collectionId" = ${collectionId} AND "taskId" = ${taskId}`)
    return true
  })
}

/** Null where nothing is left between two. */
function between({
  previous,
  next,
}: {
  previous: number | null
  next: number | null
}): number | null {
  if (next === null) return (previous ?? 0) + PLACE_GAP
  if (previous === null) return next - PLACE_GAP
  return next - previous > 1 ? Math.floor((previous + next) / 2) : null
}

/** Makes room between all of them, in the order that they have. */
async function spread(run: Run, collectionId: string): Promise<void> {
  await run(sql`
    UPDATE "CollectionItem" SET "position" = "b"."place" * ${PLACE_GAP}
    FROM (
      SELECT "taskId", row_number() OVER (ORDER BY "position", "taskId") AS "place" FROM "CollectionItem"
      WHERE "collectionId" = ${collectionId}) AS "b"
    WHERE "collectionId" = ${collectionId} AND "CollectionItem"."taskId" = "b"."taskId"`)
}
