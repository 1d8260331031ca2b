import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openConnection } from '../../db/connection'
import type { Inspection } from '../../db/inspect'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { temporaryFolder } from '../test-subject'
import { checkDatabase, judgeInspection } from './database'

const MIGRATIONS = path.resolve('prisma/migrations')
const look = (file: string, migrations = MIGRATIONS) =>
  checkDatabase({ databaseUrl: `file:${file}`, allowsNetworkDisk: false }, migrations)

/** A migrated database that nobody has open: a copy of one file. */
async function databaseFile(prepare?: string): Promise<string> {
  const { database, folder, remove } = await testDatabase()
  onTestFinished(remove)
  if (prepare) await database.$executeRawUnsafe(prepare)
  const copy = path.join(folder, 'copy.db')
  await database.$executeRawUnsafe(`VACUUM INTO '${copy}'`)
  return copy
}

/** Writes over a file at an offset. */
function overwrite(file: string, offset: number, bytes: Buffer): void {
  const content = readFileSync(file)
  bytes.copy(content, offset)
  writeFileSync(file, content)
}

it('is current when its migrations are those of this version', async () => {
  expect(await look(await databaseFile())).toMatchObject({ reason: 'current', verdict: 'good' })
})

it('is current beside a studio that has it open', async () => {
  const { folder, remove } = await testDatabase()
  onTestFinished(remove)
  expect(await look(path.join(folder, 'studio.db'))).toMatchObject({ reason: 'current' })
})

it('will be made where nothing is, and is not made by looking', async () => {
  const file = path.join(temporaryFolder(), 'data', 'studio.db')
  expect(await look(file)).toMatchObject({ reason: 'will_be_made', verdict: 'good' })
  expect(existsSync(path.dirname(file))).toBe(false)
})

it('will be migrated when it is older than this version', async () => {
  const folder = temporaryFolder()
  for (const name of ['20991231000000_later', '20991231000001_last']) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'migration.sql'), 'SELECT 1;')
  }
  cpSync(MIGRATIONS, folder, { recursive: true })
  const found = await look(await databaseFile(), folder)
  expect(found).toMatchObject({ reason: 'will_be_migrated', verdict: 'good', params: { count: 2 } })
})

it('will be migrated when it is an empty file', async () => {
  const file = path.join(temporaryFolder(), 'studio.db')
  writeFileSync(file, '')
  expect(await look(file)).toMatchObject({ reason: 'will_be_migrated', verdict: 'good' })
})

const record = (values: string) =>
  `INSERT INTO "_prisma_migrations" ("id","checksum","migration_name","finished_at","applied_steps_count") VALUES ('x','x','20991231000000_later',${values},1)`

it.each([
  ['newer', record("'2099-12-31'")],
  ['half_migrated', record('NULL')],
])('is %s', async (reason, prepare) => {
  const found = await look(await databaseFile(prepare))
  expect(found).toMatchObject({
    reason,
    verdict: 'bad',
    params: { migration: '20991231000000_later' },
  })
})

it('is another program’s, and stays as it was', async () => {
  const file = path.join(temporaryFolder(), 'other.db')
  const other = openConnection(`file:${file}.source`)
  await other.script('CREATE TABLE "Recipe" ("id" TEXT)')
  await other.script('PRAGMA journal_mode=DELETE')
  await other.script(`VACUUM INTO '${file}'`)
  other.close()
  const before = readFileSync(file)
  expect(await look(file)).toMatchObject({ reason: 'not_ours', verdict: 'bad' })
  expect(readFileSync(file)).toEqual(before)
})

it('is no database', async () => {
  const file = path.join(temporaryFolder(), 'studio.db')
  writeFileSync(file, 'a letter to my aunt '.repeat(500))
  expect(await look(file)).toMatchObject({ reason: 'not_a_database', verdict: 'bad' })
})

it('is damaged', async () => {
  const file = await databaseFile()
  overwrite(file, 4096 * 2, Buffer.alloc(4096 * 6, 0x5a))
  expect(await look(file)).toMatchObject({ reason: 'damaged', verdict: 'bad' })
})

it('cannot be written', async () => {
  const file = await databaseFile()
  overwrite(file, 18, Buffer.from([3])) // a format that SQLite reads and does not write
  expect(await look(file)).toMatchObject({ reason: 'read_only', verdict: 'bad' })
})

it.each([
  ['a folder', (folder: string) => folder],
  ['below a file', (folder: string) => path.join(folder, 'file', 'studio.db')],
])('cannot be opened where it is %s', async (_what, place) => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), '')
  expect(await look(place(folder))).toMatchObject({ reason: 'cannot_open', verdict: 'bad' })
})

it('is locked by somebody else', async () => {
  const file = await databaseFile()
  const holder = openConnection(`file:${file}`)
  await holder.run(sql`BEGIN EXCLUSIVE`)
  const found = await look(file)
  await holder.run(sql`ROLLBACK`)
  holder.close()
  expect(found).toMatchObject({ reason: 'locked', verdict: 'unsure' })
})

it('refuses what keeps a task through a power cut', () => {
  const seen: Inspection = {
    kind: 'read',
    integrity: 'ok',
    missing: [],
    unknown: [],
    unfinished: [],
    wrongPragmas: ['journal_mode is delete, needs wal'],
  }
  expect(judgeInspection(seen, '/data/studio.db')).toMatchObject({
    reason: 'settings_refused',
    verdict: 'bad',
    params: { why: 'journal_mode is delete, needs wal' },
  })
})
