import type { TagName } from '@/lib/shared/gallery/tag-name'
import { connection } from '../../../db/database'
import type { Run } from '../../../db/connection'
import { sql, type Sql } from '../../../db/sql'

export type TagRow = { id: string; name: string; count: number }
/** Gives the queries of smart collections another address; null leaves one as it is. */
export type Rewrite = (query: string) => string | null

/** A tag is there as long as a clip has it. */
export function listTags(): Promise<TagRow[]> {
  return read(sql`EXISTS (SELECT 1 FROM "TaskTag" WHERE "tagId" = "Tag"."id")`)
}

/**
 * Gives a tag another name. Where another tag has that name, the clips of this one get that one, and this one goes; what smart
 * collections ask for goes with it. @returns the tag with the name; null where there was none to rename.
 */
export async function renameTag(options: {
  id: string
  tag: TagName
  rewrite: (from: string, to: string) => Rewrite
}): Promise<TagRow | null> {
  const { id, tag, rewrite } = options
  const keptId = await connection().hold(async (run) => {
    if (!(await isThere(run, id))) return null
    const { rows } = await run(
      sql`SELECT "id" FROM "Tag" WHERE "key" = ${tag.key} AND "id" <> ${id}`,
    )
    const other = rows[0] ? String(rows[0].id) : null
    if (other === null) {
      await run(sql`UPDATE "Tag" SET "name" = ${tag.name}, "key" = ${tag.key} WHERE "id" = ${id}`)
      return id
    }
    await run(sql`
      INSERT OR IGNORE INTO "TaskTag" ("taskId", "tagId") SELECT "taskId", ${other} FROM "TaskTag" WHERE "tagId" = ${id}`)
    await run(sql`DELETE FROM "Tag" WHERE "id" = ${id}`)
    await rewriteQueries(run, id, rewrite(id, other))
    return other
  })
  const [row] = keptId === null ? [] : await read(sql`"Tag"."id" = ${keptId}`)
  return row ?? null
}

/** Takes it off every clip. @returns whether there was one. */
export async function deleteTag(id: string): Promise<boolean> {
  return (await connection().run(sql`DELETE FROM "Tag" WHERE "id" = ${id}`)) === 1
}

/** Those that no clip has, once nothing can be taken back that would put one on again. */
export async function forgetUnusedTags(): Promise<void> {
  await connection().run(sql`
    DELETE FROM "Tag" WHERE NOT EXISTS (SELECT 1 FROM "TaskTag" WHERE "tagId" = "Tag"."id")
      AND NOT EXISTS (SELECT 1 FROM "Change" WHERE json_extract("action", '$.kind') = 'tag')`)
}

async function rewriteQueries(run: Run, id: string, rewrite: Rewrite): Promise<void> {
  const { rows } = await run(
    sql`SELECT "id", "query" FROM "Collection" WHERE "query" LIKE ${`%tag=${id}%`}`,
  )
  for (const row of rows) {
    const query = rewrite(String(row.query))
    if (query !== null) {
      await run(sql`UPDATE "Collection" SET "query" = ${query} WHERE "id" = ${String(row.id)}`)
    }
  }
}

async function isThere(run: Run, id: string): Promise<boolean> {
  return (await run(sql`SELECT 1 FROM "Tag" WHERE "id" = ${id}`)).rows.length > 0
}

/** Those on most clips first. */
function read(where: Sql): Promise<TagRow[]> {
  return connection().rows<TagRow>(sql`
    SELECT "Tag"."id", "Tag"."name", count("Task"."id") AS "count" FROM "Tag"
    LEFT JOIN "TaskTag" ON "tagId" = "Tag"."id"
    LEFT JOIN "Task" ON "Task"."id" = "taskId" AND "Task"."deletedAt" IS NULL
    WHERE ${where} GROUP BY "Tag"."id" ORDER BY "count" DESC, "Tag"."key"`)
}
