import { list, sql } from '../../../db/sql'
import { tellOf, type Before, type Part, type PutBack } from '../../../tasks/changing/change-rows'

/** Between two places, so that one can be put between them without moving the others. */
export const PLACE_GAP = 1024

/** Puts live tasks at the end of a collection that is kept by hand, in this order. */
export async function putIn(part: Part, collectionId: string): Promise<Before> {
  const { run, ids, owner } = part
  const { rows } = await run(sql`
    SELECT "Task"."id", "CollectionItem"."taskId" IS NOT NULL AS "isIn",
      (SELECT coalesce(max("position"), 0) FROM "CollectionItem" WHERE "collectionId" = "Collection"."id") AS "last"
    FROM "Collection" JOIN "Task"
    LEFT JOIN "CollectionItem" ON "collectionId" = "Collection"."id" AND "taskId" = "Task"."id"
    WHERE "Collection"."id" = ${collectionId} AND "Collection"."owner" = ${owner} AND "Collection"."query" IS NULL
      AND "Task"."id" IN (${list(ids)}) AND "Task"."deletedAt" IS NULL`)
  const live = new Map(rows.map(({ id, isIn }) => [String(id), Number(isIn)]))
  const last = Number(rows[0]?.last ?? 0)
  const coming = ids.filter((id) => live.get(id) === 0)
  const places = coming.map((id, index) => [id, last + (index + 1) * PLACE_GAP])
  await run(sql`
    INSERT INTO "CollectionItem" ("collectionId", "taskId", "position")
    SELECT ${collectionId}, json_extract("value", '$[0]'), json_extract("value", '$[1]') FROM json_each(${JSON.stringify(places)})`)
  await tellOf(part, coming)
  return new Map([...live].map(([id, isIn]) => [id, { isIn }]))
}

/** Only those that came in by it. */
export const takeOutAgain =
  (collectionId: string): PutBack =>
  async ({ run, now, before }) => {
    const ids = [...before].flatMap(([id, { isIn }]) => (isIn === 0 ? [id] : []))
    await run(sql`
      DELETE FROM "CollectionItem" WHERE "collectionId" = ${collectionId} AND "taskId" IN (${list(ids)})`)
    await tellOf({ run, now }, ids)
    return [...before.keys()]
  }

export async function takeOut(part: Part, collectionId: string): Promise<Before> {
  const { run, ids, owner } = part
  const { rows } = await run(sql`
    DELETE FROM "CollectionItem" WHERE "taskId" IN (${list(ids)}) AND "collectionId" IN (
      SELECT "id" FROM "Collection" WHERE "id" = ${collectionId} AND "owner" = ${owner})
    RETURNING "taskId", "position"`)
  await tellOf(
    part,
    rows.map(({ taskId }) => String(taskId)),
  )
  return new Map(rows.map(({ taskId, position }) => [String(taskId), { at: Number(position) }]))
}

export const putInAgain =
  (collectionId: string): PutBack =>
  async ({ run, now, before }) => {
    const places = [...before].map(([id, { at = 0 }]) => [id, at])
    const { rows } = await run(sql`
      INSERT OR IGNORE INTO "CollectionItem" ("collectionId", "taskId", "position")
      SELECT "Collection"."id", "Task"."id", json_extract("b"."value", '$[1]')
      FROM json_each(${JSON.stringify(places)}) AS "b"
      CROSS JOIN "Task" ON "Task"."id" = json_extract("b"."value", '$[0]') AND "Task"."purgedAt" IS NULL
      CROSS JOIN "Collection" ON "Collection"."id" = ${collectionId}
      RETURNING "taskId"`)
    const ids = rows.map(({ taskId }) => String(taskId))
    await tellOf({ run, now }, ids)
    return ids
  }
