import * as z from 'zod'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { readLine, type IndexRow } from '../index-row'
import { readSources, sourcesOf, type Source } from './read-sources'

/** A row with its number in the full-text index. */
export type NumberedRow = { n: number; row: IndexRow }
export type IndexState = {
  stamp: number
  /** Another number for every index that was made anew. */
  made: number
  /** Null once every task is in it: else those from here on are. */
  fillBefore: string | null
  /** The last change that was noted. */
  lastChange: number
}

/** How far the index is; null where it was not made. One small question, asked before every answer. */
export async function readState(): Promise<IndexState | null> {
  const [state] = await connection().rows<IndexState>(sql`
    SELECT "stamp", "made", "fillBefore", coalesce((SELECT max("seq") FROM "FindChange"), 0) AS "lastChange" FROM "FindState"`)
  return state ?? null
}

/** Whether every task is in it. */
export async function isFilled(): Promise<boolean> {
  const state = await readState()
  return state?.fillBefore === null
}

/** Rows in the order of their ids, after one. In one cell: a hundred thousand rows of the driver's would take seconds. */
export async function rowsAfter(id: string, limit: number): Promise<NumberedRow[]> {
  return readLines(
    sql`SELECT "n", "line" FROM "FindRow" WHERE "id" > ${id} ORDER BY "id" LIMIT ${limit}`,
  )
}

/** Rows that changed after a stamp. */
export async function rowsSince(stamp: number): Promise<NumberedRow[]> {
  return readLines(sql`SELECT "n", "line" FROM "FindRow" WHERE "stamp" > ${stamp}`)
}

async function readLines(rows: ReturnType<typeof sql>): Promise<NumberedRow[]> {
  const [cell] = await connection().rows<{ lines: string | null }>(sql`
    SELECT group_concat('[' || "n" || ',' || "line" || ']') AS "lines" FROM (${rows})`)
  const lines: unknown = JSON.parse(`[${cell?.lines ?? ''}]`)
  if (!Array.isArray(lines)) return []
  return lines.map(([n, ...cells]: unknown[]) => ({ row: readLine(cells), n: Number(n) }))
}

/** Tasks that changed and are not in the index yet, as they are now; at most so many. */
export async function changedSince(
  seq: number,
  limit: number,
): Promise<{ sources: Source[]; seq: number }> {
  const changes = await connection().rows<{ seq: number; taskId: string }>(sql`
    SELECT "seq", "taskId" FROM "FindChange" WHERE "seq" > ${seq} ORDER BY "seq" LIMIT ${limit}`)
  const ids = [...new Set(changes.map(({ taskId }) => taskId))]
  const stored = ids.length > 0 ? await connection().rows(sourcesOf(ids)) : []
  return { sources: readSources(ids, stored), seq: changes.at(-1)?.seq ?? seq }
}

/** Numbers of the rows whose words answer a question to the index (fold-words.ts), in no order. */
export async function numbersOf(question: string): Promise<number[]> {
  const [cell] = await connection().rows<{ numbers: string | null }>(sql`
    SELECT group_concat("rowid") AS "numbers" FROM "FindText" WHERE "FindText" MATCH ${question}`)
  return cell?.numbers ? cell.numbers.split(',').map(Number) : []
}

const COUNTED_FOR_MS = 1_000
let counted = { at: -Infinity, share: 0 }

/** How much of the gallery is in the index, from 0 to 1, for whoever waits for it. Counting takes a while, so once a second is enough. */
export async function filledShare(now = performance.now()): Promise<number> {
  if (now - counted.at < COUNTED_FOR_MS) return counted.share
  const [counts] = await connection().rows<{ filled: number; all: number }>(sql`
    SELECT (SELECT count(*) FROM "FindRow") AS "filled", (SELECT count(*) FROM "Task") AS "all"`)
  const share = counts && counts.all > 0 ? Math.min(1, counts.filled / counts.all) : 1
  counted = { at: now, share }
  return share
}

const placesSchema = z.array(z.tuple([z.string(), z.number()]))

/** Ids of a collection with their places in it. */
export async function placesIn(collectionId: string): Promise<[id: string, place: number][]> {
  const [cell] = await connection().rows<{ places: string }>(sql`
    SELECT json_group_array(json_array("taskId", "position")) AS "places" FROM "CollectionItem"
    WHERE "collectionId" = ${collectionId}`)
  return placesSchema.parse(JSON.parse(cell?.places ?? '[]'))
}

export type CollectionName = { id: string; name: string; query: string | null }

export function readCollections(): Promise<CollectionName[]> {
  return connection().rows<CollectionName>(
    sql`SELECT "id", "name", "query" FROM "Collection" ORDER BY "id"`,
  )
}

export function readTags(): Promise<{ id: string; name: string }[]> {
  return connection().rows(sql`SELECT "id", "name" FROM "Tag"`)
}
