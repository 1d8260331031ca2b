import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, replaceDatabase, type Database } from './database'
import { migrate } from './migrate'

const template = path.join(tmpdir(), `studio-template-${process.pid}.db`)

/** A database of its own for one test: migrated once per test process, then copied. Becomes what `db()` returns. */
export async function testDatabase(): Promise<{
  database: Database
  folder: string
  remove: () => Promise<void>
}> {
  if (!existsSync(template)) await makeTemplate()
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-test-'))
  const file = path.join(folder, 'studio.db')
  copyFileSync(template, file)
  const database = openDatabase(`file:${file}`)
  replaceDatabase(database)
  const remove = async () => {
    await database.$disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, folder, remove }
}

async function makeTemplate(): Promise<void> {
  const source = `file:${template}.source`
  await migrate(source, path.resolve('prisma/migrations'))
  const database = openDatabase(source)
  await database.$executeRawUnsafe(`VACUUM INTO '${template}'`) // one file: what lies in the WAL is not copied
  await database.$disconnect()
}
