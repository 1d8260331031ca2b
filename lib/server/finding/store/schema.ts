import { randomInt } from 'node:crypto'
import type { Connection, Run } from '../../db/connection'
import { connection } from '../../db/database'
import { sql, Sql } from '../../db/sql'

/**
 * What is derived from tasks so that they are found. It stands beside Prisma's tables and is made at the start of the studio, not by
 * a migration: it can be thrown away and made anew at any time. INDEX_VERSION rises when what is derived changes.
 */
const INDEX_VERSION = 1

/** `line` is JSON (index-row.ts); `stamp` rises with every change, so that every process learns of what others changed; `made` tells one index from another. */
const TABLES = {
  FindState: `CREATE TABLE "FindState" ("version" INTEGER NOT NULL, "stamp" INTEGER NOT NULL, "made" INTEGER NOT NULL, "fillBefore" TEXT)`,
  FindRow: `CREATE TABLE "FindRow" ("n" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "stamp" INTEGER NOT NULL, "line" TEXT NOT NULL)`,
  FindChange: `CREATE TABLE "FindChange" ("seq" INTEGER PRIMARY KEY AUTOINCREMENT, "taskId" TEXT NOT NULL)`,
  FindText: `CREATE VIRTUAL TABLE "FindText" USING fts5("words", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', prefix='1 2')`,
} as const
const INDEXES = {
  FindRow_stamp_idx: `CREATE INDEX "FindRow_stamp_idx" ON "FindRow"("stamp")`,
} as const

const TASK_COLUMNS = [
  ...['status', 'mode', 'model', 'prompt', 'params', 'createdAt', 'title', 'notes'],
  ...['rating', 'favoriteAt', 'deletedAt', 'purgedAt', 'parentId', 'parentWay'],
]
  .map((name) => `"${name}"`)
  .join(', ')
const OUTPUT_COLUMNS = `"width", "height", "durationMs", "savedAt"`

/** Whoever writes, in whatever process: which task it was is noted. Nothing in here may name another table than FindChange. */
const note = (row: 'new' | 'old', column: string) =>
  `INSERT INTO "FindChange" ("taskId") SELECT ${row}."${column}" WHERE ${row}."${column}" IS NOT NULL;`
const trigger = (name: string, when: string, notes: string) =>
  `CREATE TRIGGER "${name}" AFTER ${when} FOR EACH ROW BEGIN ${notes} END`

const TRIGGERS: Record<string, string> = {
  FindTaskInsert: trigger(
    'FindTaskInsert',
    'INSERT ON "Task"',
    note('new', 'id') + note('new', 'parentId'),
  ),
  FindTaskUpdate: trigger(
    'FindTaskUpdate',
    `UPDATE OF ${TASK_COLUMNS} ON "Task"`,
    note('new', 'id'),
  ),
  // Whether somebody went on from the parent depends on its children.
  FindFamilyUpdate: trigger(
    'FindFamilyUpdate',
    'UPDATE OF "deletedAt", "parentId", "parentWay" ON "Task"',
    note('old', 'parentId') + note('new', 'parentId'),
  ),
  FindTaskDelete: trigger(
    'FindTaskDelete',
    'DELETE ON "Task"',
    note('old', 'id') + note('old', 'parentId'),
  ),
  ...partTriggers('TaskInput', ''),
  ...partTriggers('TaskOutput', ` OF ${OUTPUT_COLUMNS}`),
  ...partTriggers('TaskTag', ''),
  ...partTriggers('CollectionItem', ' OF "collectionId", "taskId"'),
}

function partTriggers(table: string, columns: string): Record<string, string> {
  const [insert, update, remove] = [
    `Find${table}Insert`,
    `Find${table}Update`,
    `Find${table}Delete`,
  ]
  return {
    [insert]: trigger(insert, `INSERT ON "${table}"`, note('new', 'taskId')),
    [update]: trigger(
      update,
      `UPDATE${columns} ON "${table}"`,
      note('old', 'taskId') + note('new', 'taskId'),
    ),
    [remove]: trigger(remove, `DELETE ON "${table}"`, note('old', 'taskId')),
  }
}

const OBJECTS: Record<string, string> = { ...TABLES, ...INDEXES, ...TRIGGERS }

/**
 * Makes the index where it is not there as this version wants it, empty: filling it is for later (fill-index.ts). A migration that
 * makes a table anew takes its triggers along: then all of it is made anew, too.
 */
export async function prepareIndex(): Promise<void> {
  const here = connection()
  if (await isAsWanted(here)) return
  await here.hold(async (run) => {
    await drop(run)
    for (const text of Object.values(OBJECTS)) await run(new Sql(text, []))
    // Before this one there is nothing: `~` sorts behind every id.
    await run(sql`
      INSERT INTO "FindState" ("version", "stamp", "made", "fillBefore")
      VALUES (${INDEX_VERSION}, 0, ${randomInt(2 ** 47)}, '~')`)
  })
}

/** Takes it away, for whoever writes so much that making it anew is quicker. */
export async function removeIndex(): Promise<void> {
  await connection().hold(drop)
}

async function drop(run: Run): Promise<void> {
  const { rows } = await run(EXISTING)
  for (const kind of ['trigger', 'index', 'table'])
    for (const { type, name } of rows)
      if (type === kind) await run(new Sql(`DROP ${kind} IF EXISTS "${String(name)}"`, []))
}

/** What FTS5 keeps its words in goes with it. */
const EXISTING = sql`
  SELECT "type", "name", "sql" FROM "sqlite_master"
  WHERE "name" GLOB 'Find[A-Z]*' AND "name" NOT GLOB 'FindText_*' AND "sql" IS NOT NULL`

async function isAsWanted(connection: Connection): Promise<boolean> {
  const there = await connection.rows<{ name: string; sql: string }>(EXISTING)
  const wanted = Object.entries(OBJECTS)
  const fits = ({ name, sql: text }: { name: string; sql: string }) => OBJECTS[name] === text
  if (there.length !== wanted.length || !there.every(fits)) return false
  const [state] = await connection.rows<{ version: number }>(sql`SELECT "version" FROM "FindState"`)
  return state?.version === INDEX_VERSION
}
