import { connection } from '../../../db/database'
import type { Change } from '../../../db/generated/client'
import { isUniqueViolation } from '../../../db/driver-error'
import { list, names, sql, type Sql } from '../../../db/sql'

export type ChangeRow = Change & { isUndone: number }
export type NewChangeRow = Pick<
  Change,
  'id' | 'owner' | 'key' | 'bodyHash' | 'action' | 'selection' | 'undoes' | 'total' | 'createdAt'
>

/** Being written: nobody sees it, and nobody works on it. */
const PREPARING = 'preparing'
/** Items a statement: the lock is held for a few milliseconds. */
const ITEMS_AT_A_TIME = 2_000

/** Neither being written nor a selection that is only kept (downloads). */
const IS_SHOWN = sql`"state" IN ('running', 'done', 'stopped')`
const SELECTED = sql`
  SELECT "Change".*, EXISTS (SELECT 1 FROM "Change" AS "u" WHERE "u"."undoes" = "Change"."id") AS "isUndone" FROM "Change"`

export async function findChange(owner: string, id: string): Promise<ChangeRow | null> {
  return one(sql`"owner" = ${owner} AND "id" = ${id} AND ${IS_SHOWN}`)
}

/** Also one that is still being written. */
export async function findChangeByKey(owner: string, key: string): Promise<ChangeRow | null> {
  return one(sql`"owner" = ${owner} AND "key" = ${key}`)
}

/** What runs, and the latest of what has ended; newest first. */
export async function latestChanges(owner: string, limit: number): Promise<ChangeRow[]> {
  return connection().rows<ChangeRow>(sql`
    ${SELECTED} WHERE "owner" = ${owner} AND ${IS_SHOWN}
    ORDER BY "state" = 'running' DESC, "id" DESC LIMIT ${limit}`)
}

/**
 * Writes a change with what it is to be done to, a part at a time, and only then lets it run. False when the key was taken
 * meanwhile. One whose writing broke off is never seen, and begun anew with its key.
 */
export async function beginChange(row: NewChangeRow, ids: readonly string[]): Promise<boolean> {
  return begin(row, async () => {
    for (let at = 0; at < ids.length; at += ITEMS_AT_A_TIME) {
      await connection().run(itemsInsert(row.id, ids.slice(at, at + ITEMS_AT_A_TIME), at))
    }
  })
}

/** The same for one that takes another back: what was done last comes first. */
export async function beginUndo(row: NewChangeRow & { undoes: string }): Promise<boolean> {
  return begin(row, async () => {
    const [last] = await connection().rows<{ position: number | null }>(sql`
      SELECT max("position") AS "position" FROM "ChangeItem" WHERE "changeId" = ${row.undoes}`)
    for (let below = (last?.position ?? -1) + 1; below > 0; below -= ITEMS_AT_A_TIME) {
      await connection().run(sql`
        INSERT INTO "ChangeItem" ("changeId", "position", "taskId", "isDone", "before")
        SELECT ${row.id}, ${(last?.position ?? 0) + 1} - "position", "taskId", 0, "before" FROM "ChangeItem"
        WHERE "changeId" = ${row.undoes} AND "isDone" = 1
          AND "position" < ${below} AND "position" >= ${below - ITEMS_AT_A_TIME}`)
    }
  })
}

async function begin(row: NewChangeRow, write: () => Promise<void>): Promise<boolean> {
  try {
    await connection().transaction([
      sql`DELETE FROM "Change" WHERE "owner" = ${row.owner} AND "key" = ${row.key} AND "state" = ${PREPARING}`,
      changeInsert(row, PREPARING),
    ])
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
  await write()
  await connection().run(sql`
    UPDATE "Change" SET "state" = 'running' WHERE "id" = ${row.id} AND "state" = ${PREPARING}`)
  return true
}

export function changeInsert(row: NewChangeRow, state: string): Sql {
  const cells = Object.entries({ ...row, state })
  return sql`
    INSERT INTO "Change" (${names(...cells.map(([name]) => name))})
    VALUES (${list(cells.map(([, value]) => value))})`
}

export function itemsInsert(changeId: string, ids: readonly string[], from: number): Sql {
  return sql`
    INSERT INTO "ChangeItem" ("changeId", "position", "taskId")
    SELECT ${changeId}, "key" + ${from}, "value" FROM json_each(${JSON.stringify(ids)})`
}

/** Ends it where it is. @returns whether it was running. */
export async function stopChange(owner: string, id: string, now: Date): Promise<boolean> {
  const stopped = await connection().run(sql`
    UPDATE "Change" SET "state" = 'stopped', "finishedAt" = ${now}
    WHERE "owner" = ${owner} AND "id" = ${id} AND "state" = 'running'`)
  return stopped === 1
}

/** Forgets what nobody will take back any more, and what was never written to its end; a part at a time. @returns whether there is more. */
export async function dropChangesBefore(moment: Date): Promise<boolean> {
  return connection().hold(async (run) => {
    const old = sql`"createdAt" < ${moment} AND "state" <> 'running'`
    const dropped = await run(sql`
      DELETE FROM "ChangeItem" WHERE "rowid" IN (
        SELECT "ChangeItem"."rowid" FROM "Change" JOIN "ChangeItem" ON "changeId" = "Change"."id"
        WHERE ${old} LIMIT ${ITEMS_AT_A_TIME})`)
    if (dropped.changed > 0) return true
    await run(sql`DELETE FROM "Change" WHERE ${old}`)
    return false
  })
}

async function one(where: Sql): Promise<ChangeRow | null> {
  const [row] = await connection().rows<ChangeRow>(sql`${SELECTED} WHERE ${where}`)
  return row ?? null
}
