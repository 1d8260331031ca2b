import { connection } from '../../db/database'
import type { Run } from '../../db/connection'
import { list, sql } from '../../db/sql'
import { indexWords } from '../fold-words'
import { writeLine } from '../index-row'
import { readSources, sourcesOf, type Source } from './read-sources'

/** So many at a time that nobody waits long: for the lock, or for this process. */
const AT_A_TIME = 100

/** Brings the index up to some of what has changed. @returns whether there may be more */
export async function mendSome(): Promise<boolean> {
  const waiting = await connection().rows(sql`SELECT 1 FROM "FindChange" LIMIT 1`)
  if (waiting.length === 0) return false
  return connection().hold(async (run) => {
    const { rows } = await run(sql`
      SELECT "seq", "taskId" FROM "FindChange" ORDER BY "seq" LIMIT ${AT_A_TIME}`)
    await put(run, [...new Set(rows.map(({ taskId }) => String(taskId)))])
    await run(sql`DELETE FROM "FindChange" WHERE "seq" <= ${Number(rows.at(-1)?.seq ?? 0)}`)
    return rows.length === AT_A_TIME
  })
}

/** Puts some of the tasks into the index that were there before it, the youngest first. @returns whether there may be more */
export async function fillSome(): Promise<boolean> {
  const [state] = await connection().rows<State>(STATE)
  if (state?.fillBefore == null) return false
  return connection().hold(async (run) => {
    const before = String((await run(STATE)).rows[0]?.fillBefore ?? '')
    const { rows } = await run(sql`
      SELECT "id" FROM "Task" WHERE "id" < ${before} ORDER BY "id" DESC LIMIT ${AT_A_TIME}`)
    const ids = rows.map(({ id }) => String(id))
    const isLast = ids.length < AT_A_TIME
    await put(run, ids)
    await run(sql`UPDATE "FindState" SET "fillBefore" = ${isLast ? null : (ids.at(-1) ?? null)}`)
    return !isLast
  })
}

type State = { fillBefore: string | null }
const STATE = sql`SELECT "fillBefore" FROM "FindState"`

async function put(run: Run, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const sources = readSources(ids, (await run(sourcesOf(ids))).rows)
  const stamp = Number(
    (await run(sql`UPDATE "FindState" SET "stamp" = "stamp" + 1 RETURNING "stamp"`)).rows[0]?.stamp,
  )
  const values = sources.map(({ row }) => sql`(${row.id}, ${stamp}, ${writeLine(row)})`)
  const { rows } = await run(sql`
    INSERT INTO "FindRow" ("id", "stamp", "line") VALUES ${list(values)}
    ON CONFLICT ("id") DO UPDATE SET "stamp" = excluded."stamp", "line" = excluded."line" RETURNING "id", "n"`)
  await putWords(run, sources, new Map(rows.map(({ id, n }) => [String(id), Number(n)])))
}

async function putWords(
  run: Run,
  sources: readonly Source[],
  places: ReadonlyMap<string, number>,
): Promise<void> {
  await run(sql`DELETE FROM "FindText" WHERE "rowid" IN (${list([...places.values()])})`)
  const texts = sources.flatMap(({ row, text }) => {
    const n = places.get(row.id)
    return row.isGone || n === undefined ? [] : [sql`(${n}, ${indexWords(text)})`]
  })
  if (texts.length > 0)
    await run(sql`INSERT INTO "FindText" ("rowid", "words") VALUES ${list(texts)}`)
}
