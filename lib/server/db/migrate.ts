import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { OneConnectionLibSql } from './adapter'

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);`

/**
 * Applies the SQL files in `folder` that the database has not seen, with the bookkeeping of `prisma migrate deploy`, each
 * in a transaction that begins immediately: safe for several processes at once.
 * @returns the names of what it applied.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  mkdirSync(path.dirname(url.replace(/^file:/, '')), { recursive: true })
  const factory = new OneConnectionLibSql({ url, timeout: 2_000, intMode: 'bigint' })
  const connection = await factory.connect()
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] })
  try {
    await query('BEGIN IMMEDIATE')
    await connection.executeScript(`${BOOKKEEPING}COMMIT;`)
    const applied: string[] = []
    for (const name of migrationNames(folder)) {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      await query('PRAGMA foreign_keys=OFF') // no effect inside a transaction, so before it
      await query('BEGIN IMMEDIATE')
      const known = await query(
        `SELECT 1 FROM "_prisma_migrations" WHERE "migration_name"=${quote(name)} AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
      )
      const isDone = known.rows.length > 0
      await connection.executeScript(isDone ? 'COMMIT;' : `${sql}\n;${record(name, sql)}\nCOMMIT;`)
      if (!isDone) applied.push(name)
    }
    return applied
  } finally {
    await connection.dispose()
  }
}

/** The migrations in a folder, oldest first. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
}

function record(name: string, sql: string): string {
  const checksum = createHash('sha256').update(sql).digest('hex')
  const finished = new Date().toISOString().replace('Z', '+00:00')
  const values = [randomUUID(), checksum, finished, name].map(quote).join(',')
  return `INSERT INTO "_prisma_migrations" ("id","checksum","finished_at","migration_name","applied_steps_count") VALUES (${values},1);`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
