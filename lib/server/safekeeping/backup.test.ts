import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askFile } from '../db/ask-file'
import { connection } from '../db/database'
import { lockFile } from '../db/lock-file'
import { cleaningLock, studioLock } from '../db/lock-names'
import { sql } from '../db/sql'
import { parseEnv } from '../env'
import { readEpochFile } from '../epoch-file'
import { assertWhole, RESTORING_FILE } from '../opening/restoring'
import { makeBackup } from './backup'
import { putInPlace } from './put-in-place'
import { restoreBackup } from './restore'
import { sha256Of, testFolder } from './test-archive'
import { writeHeader } from './tar-header'

const now = new Date('2026-03-02T10:00:00Z')
let studio: Awaited<ReturnType<typeof testFolder>>
let folder: string
let target: string
beforeEach(async () => {
  studio = await testFolder()
  folder = mkdtempSync(path.join(tmpdir(), 'studio-backup-'))
  target = path.join(folder, 'backup.tar')
})
afterEach(async () => {
  await studio.remove()
  rmSync(folder, { recursive: true, force: true })
})

const backUp = () => makeBackup({ settings: studio.settings, target, studio: '1.2.3', now })
const other = () => parseEnv({ DATA_DIR: path.join(folder, 'other') })
const restore = (settings = other(), replaces = false) =>
  restoreBackup({
    settings,
    archive: target,
    replaces,
    migrations: path.resolve('prisma/migrations'),
    now,
  })
const tasksIn = async (dataDir: string) =>
  (
    await askFile<{ id: string }>(path.join(dataDir, 'studio.db'), sql`SELECT "id" FROM "Task"`)
  ).map(({ id }) => id)
/** All files below a folder, but those of locks and of the database’s journal. */
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/lock|-wal|-shm/.test(entry.name))
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort()

describe('a backup', () => {
  it('brings back database, media and secret, and lets the next start see that it is older', async () => {
    const clip = await studio.addClip('a', 'a clip')
    await studio.addPicture('p', 'a picture')
    const manifest = await backUp()
    expect(manifest).toMatchObject({ studio: '1.2.3', missing: [], changed: [] })
    const { dataDir, mediaDir } = other()
    expect(await restore()).toMatchObject({ movedTo: null })
    expect(await tasksIn(dataDir)).toEqual(['a'])
    const restored = path.join(mediaDir, path.relative(studio.settings.mediaDir, clip))
    expect(readFileSync(restored, 'utf8')).toBe('a clip')
    expect(readFileSync(path.join(dataDir, 'secret'), 'utf8')).toMatch(/^a secret/)
    expect(statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(await readEpochFile(path.join(dataDir, 'epoch.json'))).toMatchObject({ number: 1 })
    expect(filesIn(dataDir)).toHaveLength(5)
    expect(() => assertWhole(dataDir)).not.toThrow()
  })

  it('is one moment: what is written meanwhile is in it whole or not at all', async () => {
    await studio.addClip('a', 'a clip')
    const making = backUp()
    await studio.addClip('b', 'another')
    await making
    await restore()
    const { dataDir } = other()
    const clips = filesIn(dataDir).filter((name) => name.endsWith('.mp4'))
    expect(clips).toHaveLength((await tasksIn(dataDir)).length)
  })

  it('can be read by any tar, is its owner’s alone, and leaves nothing beside it', async () => {
    await studio.addClip('a', 'a clip')
    await backUp()
    const names = execFileSync('tar', ['-tf', target], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toEqual([
      'studio.db',
      'secret',
      `media/clips/${sha256Of('a clip').slice(0, 2)}/${sha256Of('a clip')}.mp4`,
      'manifest.json',
    ])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['backup.tar'])
  })

  it('says what was missing or damaged, and brings back the rest', async () => {
    rmSync(await studio.addClip('a', 'a clip'))
    appendFileSync(await studio.addClip('b', 'another'), 'worse')
    await studio.addClip('c', 'whole')
    const manifest = await backUp()
    expect(manifest.missing).toEqual([expect.stringContaining(sha256Of('a clip'))])
    expect(manifest.changed).toEqual([expect.stringContaining(sha256Of('another'))])
    expect((await restore()).manifest.missing).toHaveLength(1)
    expect(filesIn(other().mediaDir)).toHaveLength(2)
  })

  it('overwrites nothing', async () => {
    writeFileSync(target, 'an older backup')
    await expect(backUp()).rejects.toThrow('is there already')
    expect(readFileSync(target, 'utf8')).toBe('an older backup')
  })

  it('waits for nobody who removes files, and keeps them from beginning', async () => {
    const cleaning = await lockFile(cleaningLock(studio.dataDir), 'alone')
    await expect(backUp()).rejects.toThrow('Try again')
    await cleaning?.release()
    await backUp()
    expect(readdirSync(folder)).toEqual(['backup.tar'])
  })

  it('leaves nothing behind when it fails', async () => {
    await studio.addClip('a', 'a clip')
    await connection().run(sql`UPDATE "TaskOutput" SET "sha256" = 'nonsense'`)
    await expect(backUp()).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('putting back', () => {
  beforeEach(async () => {
    await studio.addClip('a', 'a clip')
    await backUp()
    await studio.addClip('b', 'another')
  })
  const untouched = async () => {
    expect((await tasksIn(studio.dataDir)).sort()).toEqual(['a', 'b'])
    expect(filesIn(studio.dataDir).filter((name) => name.endsWith('.mp4'))).toHaveLength(2)
    expect(readdirSync(studio.dataDir).filter((name) => name.includes('restor'))).toEqual([])
  }

  it('refuses beside a studio, and beside a worker', async () => {
    for (const hold of ['own', 'join'] as const) {
      const lock = await lockFile(studioLock(studio.dataDir), hold)
      await expect(restore(studio.settings, true)).rejects.toThrow('in use')
      await lock?.release()
    }
    await untouched()
  })

  it('refuses a folder that holds something, and with --replace moves that aside', async () => {
    await expect(restore(studio.settings)).rejects.toThrow('not empty')
    await untouched()
    const { movedTo } = await restore(studio.settings, true)
    expect(await tasksIn(studio.dataDir)).toEqual(['a'])
    expect((await tasksIn(movedTo ?? '')).sort()).toEqual(['a', 'b'])
    expect(filesIn(path.join(movedTo ?? '', 'media'))).toHaveLength(2)
    expect(existsSync(path.join(studio.dataDir, 'studio.db-wal'))).toBe(false)
    expect((await restore(studio.settings, true)).movedTo).not.toBe(movedTo)
  })

  it('goes on after it was broken off, which no start overlooks', async () => {
    writeFileSync(path.join(studio.dataDir, RESTORING_FILE), '{}')
    expect(() => assertWhole(studio.dataDir)).toThrow('Do it again')
    await restore(studio.settings, true)
    expect(() => assertWhole(studio.dataDir)).not.toThrow()
  })

  it.each([
    ['cut off', (file: string) => truncateSync(file, statSync(file).size - 1500)],
    ['cut off in the middle', (file: string) => truncateSync(file, 100_000)],
    ['empty', (file: string) => truncateSync(file, 0)],
    [
      'of something else',
      (file: string) => writeFileSync(file, 'a letter to a friend'.repeat(100)),
    ],
    ['with a changed clip', (file: string) => change(file, 'a clip', 'A clip')],
    ['with a changed secret', (file: string) => change(file, 'a secret of', 'A secret of')],
    ['with a changed list', (file: string) => change(file, '"missing":[]', '"nissing":[]')],
  ])('changes nothing when the file is %s', async (_, spoil) => {
    spoil(target)
    await expect(restore(studio.settings, true)).rejects.toThrow('cannot be put back')
    await untouched()
  })

  it.each([
    '../outside',
    '/etc/outside',
    'media/../../outside',
    'media/clips/x.mp4',
    'studio.lock',
    'secret/../x',
    'epoch.json',
    '',
  ])('takes no entry named %j', async (name) => {
    const entry = { path: name, bytes: 0, mode: 0o600, modifiedAt: now }
    writeFileSync(target, Buffer.concat([writeHeader(entry), readFileSync(target)]))
    await expect(restore(studio.settings, true)).rejects.toThrow('no backup has')
    await untouched()
  })

  it('takes no link, and no file twice', async () => {
    const link = writeHeader({ path: 'secret', bytes: 0, mode: 0o600, modifiedAt: now })
    link.write('2', 156)
    const sum = link.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
    link.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const whole = readFileSync(target)
    for (const first of [link, whole.subarray(0, -1024 - 1024)]) {
      writeFileSync(target, Buffer.concat([first, whole]))
      await expect(restore(studio.settings, true)).rejects.toThrow('cannot be put back')
    }
    await untouched()
  })

  it('undoes what it moved when a move fails', async () => {
    const { dataDir } = studio.settings
    const before = filesIn(dataDir)
    const staging = path.join(folder, 'staging')
    mkdirSync(path.join(staging, 'media'), { recursive: true })
    const move = putInPlace({
      settings: studio.settings,
      database: path.join(dataDir, 'studio.db'),
      present: ['media', 'secret', 'studio.db'].map((name) => path.join(dataDir, name)),
      staging,
      stagedDatabase: path.join(folder, 'not there'),
      now,
    })
    await expect(move).rejects.toThrow('ENOENT')
    expect(filesIn(dataDir)).toEqual(before)
    expect(existsSync(path.join(staging, 'media'))).toBe(true)
    expect(() => assertWhole(dataDir)).not.toThrow()
  })
})

function change(file: string, from: string, to: string): void {
  const content = readFileSync(file)
  const at = content.lastIndexOf(from)
  content.write(to, at)
  writeFileSync(file, content)
}
