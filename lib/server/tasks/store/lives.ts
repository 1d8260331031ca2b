import { connection } from '../../db/database'
import { sql, type Sql } from '../../db/sql'
import type { Life } from '../schedule/life-model'

const KEPT = 5_000

/** How long a clip took, with what it is like. */
export type LifeRow = Life & { model: string; seconds: number; resolution: string }

/**
 * The statements that note it for a task that was just written: once, when its first link came, and only where the studio knows
 * when it was sent. A task id that a person typed in tells nothing of that.
 */
export function noteLife(options: { id: string; life: Life; now: Date }): Sql[] {
  const { id, life, now } = options
  const [fromMs, untilMs] = [Math.round(life.fromMs), Math.round(life.untilMs)]
  return [
    sql`
      INSERT INTO "ClipLife" ("gateway", "model", "seconds", "resolution", "fromMs", "untilMs")
      SELECT "gateway", "model", json_extract("params", '$.duration'), json_extract("params", '$.resolution'),
        ${fromMs}, ${untilMs}
      FROM "Task" WHERE "id" = ${id} AND "updatedAt" = ${now}
        AND NOT EXISTS (SELECT 1 FROM "TaskOutput" WHERE "taskId" = "Task"."id")
        AND EXISTS (SELECT 1 FROM "Exchange" WHERE "taskId" = "Task"."id" AND "attempt" = "Task"."attempt"
          AND "kind" = 'submit' AND "verdict" = 'accepted')`,
    sql`DELETE FROM "ClipLife" WHERE "id" <= (SELECT max("id") FROM "ClipLife") - ${KEPT}`,
  ]
}

/** The newest of a gateway, newest first. */
export function newestLives(gateway: string, limit: number): Promise<LifeRow[]> {
  return connection().rows<LifeRow>(sql`
    SELECT "model", "seconds", "resolution", "fromMs", "untilMs" FROM "ClipLife"
    WHERE "gateway" = ${gateway} ORDER BY "id" DESC LIMIT ${limit}`)
}
