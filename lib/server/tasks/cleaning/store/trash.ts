import { connection } from '../../../db/database'
import type { Run } from '../../../db/connection'
import { list, sql, type Sql } from '../../../db/sql'

/** At a time, so that nobody waits long for the lock. */
const TASKS_AT_A_TIME = 200

/**
 * Empties the trash of what lies in it since before a moment, a part at a time. Of a task the figures stay: what was spent
 * stays spent. Its words, pictures, clips and answers go.
 * @returns the hashes of the clips that no row of these names any more; null when there was nothing left to do
 */
export async function purgeTrash(before: Date, now: Date): Promise<string[] | null> {
  return connection().hold(async (run) => {
    const { rows } = await run(sql`
      SELECT "id" FROM "Task" WHERE "deletedAt" < ${before} AND "purgedAt" IS NULL LIMIT ${TASKS_AT_A_TIME}`)
    if (rows.length === 0) return null
    return purgeTasks(
      run,
      rows.map(({ id }) => String(id)),
      now,
    )
  })
}

/** The same for these, in a transaction of somebody else. @returns the hashes of their clips. */
export async function purgeTasks(
  run: Run,
  taskIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const ids = list(taskIds)
  const clips = await run(sql`
    SELECT "sha256" FROM "TaskOutput" WHERE "taskId" IN (${ids}) AND "sha256" IS NOT NULL`)
  await run(sql`
    UPDATE "Task" SET "purgedAt" = ${now}, "prompt" = '', "errorDetail" = NULL,
      "title" = NULL, "notes" = NULL, "rating" = NULL, "favoriteAt" = NULL,
      "params" = json_remove("params", '$.negativePrompt', '$.soundEffectContent') WHERE "id" IN (${ids})`)
  await run(sql`DELETE FROM "TaskInput" WHERE "taskId" IN (${ids})`)
  await run(sql`DELETE FROM "TaskOutput" WHERE "taskId" IN (${ids})`)
  await run(sql`DELETE FROM "Exchange" WHERE "taskId" IN (${ids})`)
  await forgetKeeping(run, ids)
  return clips.rows.map(({ sha256 }) => String(sha256))
}

/** Where people had put them, and what they had called them. */
async function forgetKeeping(run: Run, ids: Sql): Promise<void> {
  await run(sql`DELETE FROM "TaskTag" WHERE "taskId" IN (${ids})`)
  await run(sql`DELETE FROM "CollectionItem" WHERE "taskId" IN (${ids})`)
  await run(sql`UPDATE "Collection" SET "coverTaskId" = NULL WHERE "coverTaskId" IN (${ids})`)
  // What undo would put back; the change that gave one its title holds it too.
  await run(sql`
    DELETE FROM "Change" WHERE "total" = 1 AND json_extract("action", '$.kind') IN ('title', 'notes')
      AND "id" IN (SELECT "changeId" FROM "ChangeItem" WHERE "taskId" IN (${ids}))`)
  await run(sql`UPDATE "ChangeItem" SET "before" = NULL WHERE "taskId" IN (${ids})`)
}

/** Moves clips that were done before a moment to the trash, a part at a time. @returns how many. */
export async function trashDoneBefore(before: Date, now: Date): Promise<number> {
  return connection().hold(async (run) => {
    const { rows } = await run(sql`
      SELECT "id" FROM "Task"
      WHERE "status" = 'succeeded' AND "deletedAt" IS NULL AND "finishedAt" < ${before} LIMIT ${TASKS_AT_A_TIME}`)
    const ids = list(rows.map(({ id }) => String(id)))
    if (rows.length === 0) return 0
    await run(
      sql`UPDATE "Task" SET "deletedAt" = ${now}, "updatedAt" = ${now} WHERE "id" IN (${ids})`,
    )
    await run(sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "id" IN (${ids})`)
    return rows.length
  })
}
