import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Connection } from './connection'
import { sql } from './sql'

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);`

/**
 * Applies the SQL files in `folder` that the database has not seen, with the bookkeeping of `prisma migrate deploy`, each
 * in a transaction that begins immediately: safe for several processes at once. Nothing else may use the connection yet.
 * @returns the names of what it applied.
 */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  const missing = await missingMigrations(connection, folder)
  if (missing.length === 0) return []
  await connection.run(sql`BEGIN IMMEDIATE`)
  await connection.script(`${BOOKKEEPING}COMMIT;`)
  await connection.run(sql`PRAGMA foreign_keys=OFF`) // no effect inside a transaction, so before it
  const applied: string[] = []
  for (const name of missing) if (await apply(connection, folder, name)) applied.push(name)
  await connection.run(sql`PRAGMA foreign_keys=ON`)
  return applied
}

/** A look before the lock is taken: most starts find nothing to do. */
async function missingMigrations(connection: Connection, folder: string): Promise<string[]> {
  const known = migrationNames(folder)
  const tables = await connection.rows(
    sql`SELECT 1 FROM "sqlite_master" WHERE "type" = 'table' AND "name" = '_prisma_migrations'`,
  )
  if (tables.length === 0) return known
  const done = await connection.rows<{ name: string }>(sql`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`)
  return known.filter((name) => !done.some((each) => each.name === name))
}

/** False where another process was first. */
async function apply(connection: Connection, folder: string, name: string): Promise<boolean> {
  const text = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
  await connection.run(sql`BEGIN IMMEDIATE`)
  const isDone = !(await missingMigrations(connection, folder)).includes(name)
  await connection.script(isDone ? 'COMMIT;' : `${text}\n;${record(name, text)}\nCOMMIT;`)
  return !isDone
}

/** The migrations in a folder, oldest first. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
}

function record(name: string, text: string): string {
  const checksum = createHash('sha256').update(text).digest('hex')
  const finished = new Date().toISOString().replace('Z', '+00:00')
  const values = [randomUUID(), checksum, finished, name].map(quote).join(',')
  return `INSERT INTO "_prisma_migrations" ("id","checksum","finished_at","migration_name","applied_steps_count") VALUES (${values},1);`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
