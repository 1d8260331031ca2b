import { connection } from '../../../db/database'
import type { Collection } from '../../../db/generated/client'
import { list, names, sql, type Sql } from '../../../db/sql'

/** A collection with how many clips were put in, and the still of its cover or of its first clip. */
export type CollectionRow = Collection & { count: number; cover: Cover | null }
/** The first picture that there is of a clip: a still of its own, else a small one of the picture it was made from. */
export type Cover = {
  taskId: string
  posterSha256: string | null
  imageId: string | null
  thumbSha256: string | null
}
type Flat = Collection & Cover & { count: number; coverId: string | null }

const IS_SHOWN = sql`
  EXISTS (SELECT 1 FROM "Task" WHERE "Task"."id" = "CollectionItem"."taskId" AND "Task"."deletedAt" IS NULL)`

/** By name, as people read it. */
export async function listCollections(owner: string): Promise<CollectionRow[]> {
  return read(sql`"owner" = ${owner} ORDER BY "name" COLLATE NOCASE, "id"`)
}

export async function findCollection(owner: string, id: string): Promise<CollectionRow | null> {
  const [row] = await read(sql`"owner" = ${owner} AND "Collection"."id" = ${id}`)
  return row ?? null
}

/** False where another has the name. */
export async function insertCollection(
  row: Pick<Collection, 'id' | 'owner' | 'name' | 'query' | 'createdAt'>,
): Promise<boolean> {
  const { id, owner, name, query, createdAt } = row
  const inserted = await connection().run(sql`
    INSERT INTO "Collection" ("id", "owner", "name", "query", "createdAt", "updatedAt")
    SELECT ${id}, ${owner}, ${name}, ${query}, ${createdAt}, ${createdAt} WHERE NOT ${isNamed(owner, name, id)}`)
  return inserted === 1
}

/** False where there is none, or another has the name. */
export async function updateCollection(options: {
  owner: string
  id: string
  data: Partial<Pick<Collection, 'name' | 'query' | 'coverTaskId'>>
  now: Date
}): Promise<boolean> {
  const { owner, id, data, now } = options
  const columns = Object.entries(data).map(([name, value]) => sql`${names(name)} = ${value}`)
  const isFree = data.name === undefined ? sql`TRUE` : sql`NOT ${isNamed(owner, data.name, id)}`
  const updated = await connection().run(sql`
    UPDATE "Collection" SET ${list([...columns, sql`"updatedAt" = ${now}`])}
    WHERE "owner" = ${owner} AND "id" = ${id} AND ${isFree}`)
  return updated === 1
}

/** The clips stay. */
export async function deleteCollection(owner: string, id: string): Promise<boolean> {
  const deleted = await connection().run(
    sql`DELETE FROM "Collection" WHERE "owner" = ${owner} AND "id" = ${id}`,
  )
  return deleted === 1
}

function isNamed(owner: string, name: string, exceptId: string): Sql {
  return sql`EXISTS (
    SELECT 1 FROM "Collection" AS "other"
    WHERE "other"."owner" = ${owner} AND "other"."name" = ${name} COLLATE NOCASE AND "other"."id" <> ${exceptId})`
}

async function read(where: Sql): Promise<CollectionRow[]> {
  const rows = await connection().rows<Flat>(sql`
    SELECT "c".*, "coverId" AS "taskId",
      (SELECT "posterSha256" FROM "TaskOutput" WHERE "taskId" = "coverId" AND "posterSha256" IS NOT NULL ORDER BY "position" LIMIT 1) AS "posterSha256",
      "Image"."id" AS "imageId", "Image"."thumbSha256" AS "thumbSha256"
    FROM (
      SELECT "Collection".*,
        (SELECT count(*) FROM "CollectionItem" WHERE "collectionId" = "Collection"."id" AND ${IS_SHOWN}) AS "count",
        coalesce(
          (SELECT "taskId" FROM "CollectionItem" WHERE "collectionId" = "Collection"."id" AND "taskId" = "coverTaskId" AND ${IS_SHOWN}),
          (SELECT "taskId" FROM "CollectionItem" WHERE "collectionId" = "Collection"."id" AND ${IS_SHOWN} ORDER BY "position" LIMIT 1)
        ) AS "coverId"
      FROM "Collection" WHERE ${where}) AS "c"
    LEFT JOIN "TaskInput" ON "TaskInput"."taskId" = "coverId" AND "TaskInput"."position" = 0
    LEFT JOIN "Image" ON "Image"."id" = "TaskInput"."imageId"`)
  return rows.map(({ taskId, posterSha256, imageId, thumbSha256, coverId, ...row }) => ({
    ...row,
    cover: coverId === null ? null : { taskId, posterSha256, imageId, thumbSha256 },
  }))
}
