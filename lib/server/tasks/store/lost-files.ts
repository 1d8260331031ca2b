import { connection } from '../../db/database'
import { list, sql } from '../../db/sql'
import { auditInsert } from './audit'

/**
 * A task that was done goes back to asking, for those of its clips whose files are gone. The day in which a result is looked for
 * begins anew.
 * @returns false where it does not stand as `succeeded` any more: nothing was changed then.
 */
export async function reopenForClips(options: {
  id: string
  positions: readonly number[]
  owner: string
  now: Date
}): Promise<boolean> {
  const { id, positions, owner, now } = options
  const standing = sql`"id" = ${id} AND "status" = 'succeeded' AND "deletedAt" IS NULL`
  const note = { owner, action: 'fetch', at: now, taskId: id } as const
  const [, , updated] = await connection().transaction([
    auditInsert(note, sql`FROM "Task" WHERE ${standing}`),
    sql`
      UPDATE "TaskOutput" SET "savedAt" = NULL WHERE "taskId" = ${id} AND "position" IN (${list(positions)})
        AND EXISTS (SELECT 1 FROM "Task" WHERE ${standing})`,
    sql`
      UPDATE "Task" SET "status" = 'running', "submittedAt" = ${now}, "finishedAt" = NULL, "notDoneAt" = NULL,
        "dueAt" = ${now}, "tries" = 0, "updatedAt" = ${now} WHERE ${standing}`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at")
      SELECT "id", "status", ${now} FROM "Task" WHERE "id" = ${id} AND "updatedAt" = ${now}`,
  ])
  return updated?.changed === 1
}
