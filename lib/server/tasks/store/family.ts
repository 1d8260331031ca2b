import { connection } from '../../db/database'
import { list, sql, type Sql } from '../../db/sql'

/** Those of these ids that are tasks, also in the trash; what was taken out of the trash is none any more. */
export async function knownTasks(ids: readonly string[]): Promise<Set<string>> {
  return new Set(await readIds(sql`"id" IN (${list(ids)}) AND "purgedAt" IS NULL`))
}

/** What a task was made from, what that was made from, and so on: the first of them all comes first. Also from the trash. */
export async function ancestorIds(id: string, most: number): Promise<string[]> {
  const rows = await connection().rows<{ id: string }>(sql`
    WITH RECURSIVE "line" ("id", "parentId", "steps") AS (
      SELECT "id", "parentId", 0 FROM "Task" WHERE "id" = ${id}
      UNION ALL
      SELECT "Task"."id", "Task"."parentId", "steps" + 1
      FROM "line" JOIN "Task" ON "Task"."id" = "line"."parentId" WHERE "steps" < ${most}
    )
    SELECT "line"."id" FROM "line" JOIN "Task" ON "Task"."id" = "line"."id"
    WHERE "steps" > 0 AND "purgedAt" IS NULL ORDER BY "steps" DESC`)
  return rows.map((row) => row.id)
}

/** What was made from a task, newest first. */
export function childIds(id: string, most: number): Promise<string[]> {
  return readIds(sql`"parentId" = ${id} AND +"deletedAt" IS NULL ORDER BY "id" DESC LIMIT ${most}`)
}

/** What else was made from what it was made from, newest first. */
export function siblingIds(id: string, most: number): Promise<string[]> {
  return readIds(sql`
    "parentId" = (SELECT "parentId" FROM "Task" WHERE "id" = ${id}) AND "id" <> ${id} AND +"deletedAt" IS NULL
    ORDER BY "id" DESC LIMIT ${most}`)
}

async function readIds(where: Sql): Promise<string[]> {
  const rows = await connection().rows<{ id: string }>(sql`SELECT "id" FROM "Task" WHERE ${where}`)
  return rows.map(({ id }) => id)
}
