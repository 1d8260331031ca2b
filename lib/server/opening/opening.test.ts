import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../db/connection'
import { closeDatabase, connection, replaceDatabase } from '../db/database'
import { lockFile, type HeldFile } from '../db/lock-file'
import { studioLock } from '../db/lock-names'
import { sql } from '../db/sql'
import { testDatabase } from '../db/test-database'
import { parseEnv, replaceSettings } from '../env'
import { readStudioFile, writeStudioFile } from '../studio-file'
import { checkDatabase, prepareDatabase } from './check-database'
import { checkFolder } from './check-folder'
import { holdFolder } from './hold-folder'
import { openData } from './open-data'

const MIGRATIONS = path.resolve('prisma/migrations')
let folder: string
const held: (HeldFile | null)[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-opening-'))
})
afterEach(async () => {
  for (const lock of held.splice(0)) await lock?.release()
  rmSync(folder, { recursive: true, force: true })
})
const hold = async (how: Parameters<typeof holdFolder>[1]) => {
  const lock = await holdFolder(folder, how)
  held.push(lock)
}

describe('a folder', () => {
  it('is held by one studio, and by workers beside it', async () => {
    await hold('own')
    await hold('join')
    await hold('join')
    await expect(hold('own')).rejects.toThrow(`${folder} is in use by another studio or worker.`)
  })

  it('says which process has it, if that lives', async () => {
    await hold('own')
    const said = { port: 4321, host: '127.0.0.1', instance: 'x', startedAt: 'noon' }
    writeStudioFile(folder, { ...said, pid: process.pid })
    await expect(hold('own')).rejects.toThrow(
      `another studio (process ${process.pid}, http://localhost:4321, since noon)`,
    )
    writeStudioFile(folder, { ...said, pid: 2 ** 22 + 1 })
    await expect(hold('own')).rejects.toThrow('another studio or worker')
  })

  it('lets nobody in while a backup is put back', async () => {
    held.push(await lockFile(studioLock(folder), 'alone'))
    for (const how of ['own', 'join'] as const)
      await expect(hold(how)).rejects.toThrow('A backup is being put back')
  })

  it('is made; what is a file, or lies in one, is refused', async () => {
    const data = path.join(folder, 'data')
    await checkFolder(parseEnv({ DATA_DIR: data }))
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    for (const DATA_DIR of [file, path.join(file, 'data')])
      await expect(checkFolder(parseEnv({ DATA_DIR }))).rejects.toThrow('cannot be written')
  })

  it('is refused on a disk of another system, unless told otherwise', async () => {
    const disk = async () => 'NFS'
    const settings = { DATA_DIR: folder }
    await expect(checkFolder(parseEnv(settings), disk)).rejects.toThrow(
      /\(NFS\).*ALLOW_NETWORK_DISK=on/,
    )
    await checkFolder(parseEnv({ ...settings, ALLOW_NETWORK_DISK: 'on' }), disk)
  })
})

describe('a database', () => {
  const file = () => path.join(folder, 'studio.db')
  const spoil = async (...statements: string[]) => {
    const opened = await testDatabase()
    for (const each of statements) await opened.database.$executeRawUnsafe(each)
    await opened.database.$executeRawUnsafe(`VACUUM INTO '${file()}'`)
    await opened.remove()
  }
  const record = (name: string, finished: string) =>
    `INSERT INTO "_prisma_migrations" ("id","checksum","finished_at","migration_name","applied_steps_count") VALUES ('x','x',${finished},'${name}',1)`

  it('of this version, of an older one, or not there, is taken', async () => {
    await checkDatabase(file(), MIGRATIONS)
    await spoil()
    await checkDatabase(file(), MIGRATIONS)
    rmSync(file())
    await spoil(`DELETE FROM "_prisma_migrations" WHERE "migration_name" > '20261125190000'`)
    await checkDatabase(file(), MIGRATIONS)
  })

  it.each([
    ['newer', [record('20991231_later', `'2099-12-31'`)], 'newer version'],
    ['half migrated', [record('20991231_later', 'NULL')], 'half-way through'],
    ['of somebody else', ['DROP TABLE "_prisma_migrations"'], 'another program'],
  ])('that is %s is refused', async (_, statements, words) => {
    await spoil(...statements)
    await expect(checkDatabase(file(), MIGRATIONS)).rejects.toThrow(words)
  })

  it.each([
    ['no database', 'a letter to a friend '.repeat(100), 'is not a database'],
    ['a folder', null, 'cannot be opened'],
  ])('that is %s is refused', async (_, content, words) => {
    if (content === null) mkdirSync(file())
    else writeFileSync(file(), content)
    await expect(checkDatabase(file(), MIGRATIONS)).rejects.toThrow(words)
  })

  it('that cannot have its PRAGMAs is refused', async () => {
    await spoil()
    mkdirSync(`${file()}-wal`)
    replaceDatabase(openConnection(`file:${file()}`))
    await expect(prepareDatabase(file(), MIGRATIONS)).rejects.toThrow(
      /The database .* (refuses its settings|cannot be)/,
    )
    await closeDatabase()
  })
})

it('opens a new folder for a studio, and says who has it before it listens', async () => {
  replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  replaceDatabase(openConnection(`file:${path.join(folder, 'studio.db')}`))
  await openData('studio')
  expect(readStudioFile(folder)).toMatchObject({ pid: process.pid, port: 0 })
  expect(await connection().rows(sql`SELECT "number" FROM "Epoch"`)).toMatchObject([{ number: 0 }])
  await expect(openData('studio')).rejects.toThrow(`process ${process.pid}`)
  await openData('worker')
  await closeDatabase()
})
