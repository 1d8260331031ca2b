import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openConnection, type Connection } from './connection'
import { closeDatabase, db, replaceDatabase, type Database } from './database'
import { migrate, migrationNames } from './migrate'
import { Sql } from './sql'

/** Also by the last migration: a process of an earlier run may have had the same number. */
const template = path.join(
  tmpdir(),
  `studio-template-${process.pid}-${migrationNames('prisma/migrations').at(-1)}.db`,
)

/** A database of its own for one test: migrated once per test process, then copied. Becomes what `db()` returns. */
export async function testDatabase(): Promise<{
  database: Database
  connection: Connection
  folder: string
  remove: () => Promise<void>
}> {
  if (!existsSync(template)) await makeTemplate()
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-test-'))
  const file = path.join(folder, 'studio.db')
  copyFileSync(template, file)
  const connection = openConnection(`file:${file}`)
  replaceDatabase(connection)
  const remove = async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database: await db(), connection, folder, remove }
}

async function makeTemplate(): Promise<void> {
  const connection = openConnection(`file:${template}.source`)
  await migrate(connection, path.resolve('prisma/migrations'))
  await connection.run(new Sql(`VACUUM INTO '${template}'`, [])) // one file: what lies in the WAL is not copied
  connection.close()
}
