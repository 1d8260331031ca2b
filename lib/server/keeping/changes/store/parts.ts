import { connection } from '../../../db/database'
import type { Run } from '../../../db/connection'
import { sql } from '../../../db/sql'
import { changeInsert, itemsInsert, type ChangeRow, type NewChangeRow } from './changes'

export type ClaimedChange = Pick<ChangeRow, 'id' | 'owner' | 'action' | 'undoes'>
type Item = { position: number; taskId: string; before: string | null }
/** What has become of the tasks of a part: those that it names were changed; what they were before, where that is to be kept. */
export type Outcome = ReadonlyMap<string, string | null>
/** Does it to some tasks, with what each item remembers. */
export type Work = (options: {
  run: Run
  items: readonly Pick<Item, 'taskId' | 'before'>[]
  owner: string
}) => Promise<Outcome>

/** They are done in order: those in front need not be looked at again. */
const isLeft = (changeId: string) => sql`
  "changeId" = ${changeId} AND "isDone" = 0
  AND "position" >= (SELECT "done" + "skipped" FROM "Change" WHERE "id" = ${changeId})`

/** Takes the change with the least left to do, for `leaseUntil`; null when none runs that nobody works on. */
export async function claimChange(now: Date, leaseUntil: Date): Promise<ClaimedChange | null> {
  const [claimed] = await connection().rows<ClaimedChange>(sql`
    UPDATE "Change" SET "leaseUntil" = ${leaseUntil}
    WHERE "id" = (
      SELECT "id" FROM "Change"
      WHERE "state" = 'running' AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
      ORDER BY "total" - "done" - "skipped", "id" LIMIT 1)
    RETURNING "id", "owner", "action", "undoes"`)
  return claimed ?? null
}

/** The next ones that it is to be done to. */
export async function nextTaskIds(id: string, limit: number): Promise<string[]> {
  const rows = await connection().rows<{ taskId: string }>(sql`
    SELECT "taskId" FROM "ChangeItem" WHERE ${isLeft(id)} ORDER BY "position" LIMIT ${limit}`)
  return rows.map(({ taskId }) => taskId)
}

/**
 * Does a change to its next tasks and marks them, all or nothing: whoever is killed here has done nothing, and whoever comes after
 * finds only what is left. Lets the claim go. @returns whether it is over, or was stopped.
 */
export async function doPart(options: {
  change: ClaimedChange
  /** Those that the work was prepared for; another worker may have been faster with some of them. */
  ids: readonly string[]
  now: Date
  work: Work
}): Promise<boolean> {
  const { change, ids, now, work } = options
  return connection().hold(async (run) => {
    const state = await run(sql`SELECT "state" FROM "Change" WHERE "id" = ${change.id}`)
    if (state.rows[0]?.state !== 'running') return true
    return partWithin({ run, changeId: change.id, owner: change.owner, ids, now, work })
  })
}

/** A change from its first row to its end, in one transaction. */
export async function doAtOnce(options: {
  row: NewChangeRow
  ids: readonly string[]
  now: Date
  work: Work
}): Promise<void> {
  const { row, ids, now, work } = options
  await connection().hold(async (run) => {
    await run(changeInsert(row, 'running'))
    await run(itemsInsert(row.id, ids, 0))
    await partWithin({ run, changeId: row.id, owner: row.owner, ids, now, work })
  })
}

async function partWithin(options: {
  run: Run
  changeId: string
  owner: string
  ids: readonly string[]
  now: Date
  work: Work
}): Promise<boolean> {
  const { run, changeId, owner, ids, now, work } = options
  const { rows } = await run(sql`
    SELECT "position", "taskId", "before" FROM "ChangeItem"
    WHERE ${isLeft(changeId)} ORDER BY "position" LIMIT ${ids.length}`)
  const prepared = new Set(ids)
  const items = rows.map(readItem).filter(({ taskId }) => prepared.has(taskId))
  const outcome = items.length > 0 ? await work({ run, items, owner }) : new Map<string, string>()
  await mark(run, changeId, items, outcome)
  const left = await run(sql`
    SELECT 1 FROM "ChangeItem" WHERE ${isLeft(changeId)} LIMIT 1`)
  const isOver = left.rows.length === 0
  const done = items.filter(({ taskId }) => outcome.has(taskId)).length
  await run(sql`
    UPDATE "Change" SET "done" = "done" + ${done}, "skipped" = "skipped" + ${items.length - done}, "leaseUntil" = NULL,
      "state" = ${isOver ? 'done' : 'running'}, "finishedAt" = ${isOver ? now : null} WHERE "id" = ${changeId}`)
  return isOver
}

async function mark(
  run: Run,
  changeId: string,
  items: readonly Item[],
  outcome: Outcome,
): Promise<void> {
  const marks = items.map(({ position, taskId, before }) => [
    position,
    taskId,
    outcome.has(taskId) ? 1 : 2,
    outcome.get(taskId) ?? before,
  ])
  // Each is found by its key. An UPDATE … FROM would look through all of the change for each of them.
  await run(sql`
    INSERT INTO "ChangeItem" ("changeId", "position", "taskId", "isDone", "before")
    SELECT ${changeId}, json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'),
      json_extract("value", '$[3]') FROM json_each(${JSON.stringify(marks)}) WHERE TRUE
    ON CONFLICT ("changeId", "position") DO UPDATE SET "isDone" = excluded."isDone", "before" = excluded."before"`)
}

function readItem({ position, taskId, before }: Record<string, unknown>): Item {
  return {
    position: Number(position),
    taskId: String(taskId),
    before: before === null ? null : String(before),
  }
}
