import { createClient } from '@libsql/client/sqlite3'
import { driverCode } from './driver-error'
import { migrationNames } from './migrate'
import { PRAGMA_SCRIPT, wrongPragmas } from './pragmas'

/** Primary result codes of SQLite that say what is wrong with a file. */
export const SQLITE = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

/** What a look at a database file found. */
export type Inspection =
  | {
      kind: 'refused'
      /** SQLite's primary result code; null where it gave none. */
      code: number | null
    }
  | { kind: 'not_ours' }
  | {
      kind: 'read'
      /** `ok`, or the first thing that does not fit together. */
      integrity: string
      /** Migrations that this version brings and the file has not seen. */
      missing: string[]
      /** Migrations that the file has seen and this version does not know: it was used by a newer one. */
      unknown: string[]
      /** Migrations that were begun and never ended. */
      unfinished: string[]
      /** PRAGMAs that do not take, in words. */
      wrongPragmas: string[]
    }

/**
 * `quick` reads the schema and the bookkeeping alone: its time does not grow with the file. `content` reads all of it. `whole`
 * also takes the lock and sets the PRAGMAs, as the studio would.
 */
type Depth = 'quick' | 'content' | 'whole'

/** A look is short: whoever keeps the lock longer is told of. */
const BUSY_WAIT_MS = 1_000

type Query = (sql: string) => Promise<unknown[][]>

/**
 * Looks at a database file that is there, without changing what is in it: whether it opens, can be written, fits together, and
 * which migrations it has seen. Safe beside a running studio.
 * @param url `file:` and an absolute path
 * @param folder of the migrations
 */
export async function inspectDatabase(
  url: string,
  folder: string,
  depth: Depth = 'whole',
): Promise<Inspection> {
  try {
    const client = createClient({ url, timeout: BUSY_WAIT_MS, intMode: 'bigint' })
    try {
      return await inspect(
        async (sql) => (await client.execute(sql)).rows.map((row) => Array.from(row)),
        folder,
        depth,
      )
    } finally {
      client.close()
    }
  } catch (error) {
    return { kind: 'refused', code: sqliteCode(error) }
  }
}

async function inspect(query: Query, folder: string, depth: Depth): Promise<Inspection> {
  const tables = await names(query, `SELECT "name" FROM "sqlite_master" WHERE "type"='table'`)
  const isOurs = tables.length === 0 || tables.includes('_prisma_migrations')
  if (!isOurs) return { kind: 'not_ours' }
  const integrity = depth === 'quick' ? 'ok' : await readThrough(query)
  const wrong = depth === 'whole' ? await tryAsStudio(query) : []
  const seen = tables.length === 0 ? [] : await seenMigrations(query)
  const known = migrationNames(folder)
  const finished = seen.filter(({ isFinished }) => isFinished).map(({ name }) => name)
  return {
    kind: 'read',
    integrity,
    missing: known.filter((name) => !finished.includes(name)),
    unknown: finished.filter((name) => !known.includes(name)),
    unfinished: seen.filter(({ isFinished }) => !isFinished).map(({ name }) => name),
    wrongPragmas: wrong,
  }
}

async function readThrough(query: Query): Promise<string> {
  return (await names(query, 'PRAGMA quick_check(1)'))[0] ?? 'no answer'
}

async function tryAsStudio(query: Query): Promise<string[]> {
  await query('BEGIN IMMEDIATE') // takes the lock, as the first write would
  await query('ROLLBACK')
  for (const pragma of PRAGMA_SCRIPT.split(';')) if (pragma.trim()) await query(pragma)
  return wrongPragmas(async (name) => (await names(query, `PRAGMA ${name}`))[0])
}

async function seenMigrations(query: Query): Promise<{ name: string; isFinished: boolean }[]> {
  const rows = await query(
    `SELECT "migration_name", "finished_at" IS NOT NULL FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  )
  return rows.map(([name, isFinished]) => ({
    name: String(name),
    isFinished: Number(isFinished) === 1,
  }))
}

/** The first column of every row. */
async function names(query: Query, sql: string): Promise<string[]> {
  return (await query(sql)).map(([value]) => String(value))
}

/** The primary result code; null where SQLite gave none. */
export function sqliteCode(error: unknown): number | null {
  const code = driverCode(error)
  if (code !== 0) return code & 0xff
  // A file that cannot even be opened is told in the driver's own words, with the code at their end.
  const told = error instanceof Error ? /: (\d+)"\)$/.exec(error.message)?.[1] : undefined
  return told ? Number(told) & 0xff : null
}
