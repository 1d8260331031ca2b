import { existsSync, readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connection, db } from '../../db/database'
import { lockFile } from '../../db/lock-file'
import { cleaningLock } from '../../db/lock-names'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { replaceSettings } from '../../env'
import { localStorageIn } from '../../storage/local-storage'
import { clipKey, mediaKey } from '../../storage/media-key'
import { replaceStorage, storage } from '../../storage/storage'
import { emptyTrash } from './empty-trash'
import { removeStrays } from './remove-strays'
import { restoreTask } from '../restore-task'
import { applyRetention, currentRetention, storeRetention } from './retention'
import { putStoredRetention } from './store/retention'
import { unnamedOf, whileUnnamed } from './store/named-media'
import { findTask } from '../store/tasks'
import { runOrder } from './test-cleaning'
import { storeTask } from '../test-task'

const DAY_MS = 24 * 3_600_000
let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  replaceStorage(localStorageIn(path.join(folder, 'media')))
})
afterEach(() => remove())

const ago = (ms: number) => new Date(Date.now() - ms)
async function put(
  content: string,
  ageMs: number,
  extension: 'mp4' | 'png' = 'mp4',
): Promise<string> {
  const kept = await storage().put(Buffer.from(content), {
    token: 'test',
    limitBytes: 100,
    extension,
  })
  if (kept.kind !== 'kept') throw new Error(kept.kind)
  utimesSync(path.join(folder, 'media', kept.key), ago(ageMs), ago(ageMs))
  return kept.sha256
}
const isThere = (sha256: string, extension: 'mp4' | 'png' = 'mp4') =>
  existsSync(path.join(folder, 'media', mediaKey(sha256, extension)))
const withClip = (sha256: string, data: object = {}) =>
  storeTask({
    status: 'succeeded',
    submittedAt: ago(90 * DAY_MS),
    finishedAt: ago(90 * DAY_MS),
    outputs: {
      create: [{ position: 0, sourceUrl: 'http://x', sha256, bytes: 4, savedAt: ago(DAY_MS) }],
    },
    ...data,
  })

describe('stray files', () => {
  it('go when they are old and no row names them; those of the trash stay', async () => {
    const [stray, young, live, trashed] = [
      await put('stray', DAY_MS),
      await put('young', 60_000),
      await put('live', DAY_MS),
      await put('trashed', DAY_MS),
    ]
    const picture = await put('picture', DAY_MS, 'png')
    await withClip(live)
    await withClip(trashed, { deletedAt: ago(DAY_MS) })
    expect(await removeStrays(new Date())).toBe(2)
    expect([stray, young, live, trashed].map((sha256) => isThere(sha256))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(isThere(picture, 'png')).toBe(false)
    expect(readdirSync(path.join(folder, 'media/tmp'))).toEqual([])
  })

  it('stay while a backup is made', async () => {
    const stray = await put('stray', DAY_MS)
    const backup = await lockFile(cleaningLock(folder), 'join')
    expect(await removeStrays(new Date())).toBe(0)
    await backup?.release()
    expect(await removeStrays(new Date())).toBe(1)
    expect(isThere(stray)).toBe(false)
  })

  it('are looked for again in a folder where all was well', async () => {
    const sha256 = await put('clip', DAY_MS)
    const id = await withClip(sha256, { deletedAt: ago(40 * DAY_MS) })
    const shard = path.join(folder, 'media', path.dirname(clipKey(sha256)))
    utimesSync(shard, ago(DAY_MS), ago(DAY_MS))
    expect(await removeStrays(new Date())).toBe(0)
    await emptyTrash(new Date())
    expect(await removeStrays(new Date())).toBe(1)
    expect((await findTask(id))?.outputs).toEqual([])
  })

  it('are looked at again under the lock: what got a row since the first look stays', async () => {
    const sha256 = await put('clip', DAY_MS)
    const key = clipKey(sha256)
    expect(await unnamedOf([key])).toEqual([key])
    await withClip(sha256)
    expect(await whileUnnamed([key], () => Promise.reject(new Error('removed')))).toBe(0)
  })

  it('never are files that a row names, in any order of things', async () => {
    await connection().run(sql`PRAGMA synchronous=OFF`) // no power is lost here
    let seed = 5
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    for (let order = 0; order < 40; order += 1) expect((await runOrder(random)).broken).toEqual([])
  }, 60_000)
})

describe('the trash', () => {
  it('is emptied after thirty days: figures stay, words and pictures go', async () => {
    const sha256 = await put('clip', DAY_MS)
    const params = JSON.stringify({
      duration: 5,
      resolution: '360p',
      negativePrompt: 'no dogs',
      seed: 7,
    })
    const old = await withClip(sha256, {
      deletedAt: ago(31 * DAY_MS),
      usage: '{"seconds":5}',
      params,
    })
    const recent = await withClip(sha256, { deletedAt: ago(29 * DAY_MS) })
    await emptyTrash(new Date())
    expect(await findTask(old)).toMatchObject({
      prompt: '',
      usage: { seconds: 5 },
      params: { duration: 5, resolution: '360p', seed: 7 },
      outputs: [],
      inputs: [],
      purgedAt: expect.any(Date),
    })
    expect((await findTask(old))?.submittedAt).not.toBeNull()
    expect((await findTask(recent))?.outputs).toHaveLength(1)
    const person = { id: 'local' }
    await expect(restoreTask({ person, id: old })).rejects.toMatchObject({ code: 'not_found' })
    await removeStrays(new Date())
    expect(isThere(sha256)).toBe(true)
    await (await db()).task.update({ where: { id: recent }, data: { deletedAt: ago(40 * DAY_MS) } })
    await emptyTrash(new Date())
    await removeStrays(new Date())
    expect(isThere(sha256)).toBe(false)
  })
})

describe('the rule on how long clips stay', () => {
  it('is off until somebody sets it', async () => {
    const id = await withClip('ab')
    expect(await currentRetention()).toEqual({ days: null })
    expect(await applyRetention(new Date())).toBe(0)
    expect((await findTask(id))?.deletedAt).toBeNull()
  })

  it('moves what is older to the trash, and nothing else', async () => {
    const old = await withClip('ab')
    const young = await withClip('cd', { finishedAt: ago(5 * DAY_MS) })
    const failed = await storeTask({ status: 'failed', finishedAt: ago(90 * DAY_MS) })
    const running = await storeTask({ status: 'running', submittedAt: ago(90 * DAY_MS) })
    await storeRetention({ days: 30 })
    expect(await applyRetention(new Date())).toBe(1)
    expect((await findTask(old))?.deletedAt).toBeInstanceOf(Date)
    for (const id of [young, failed, running]) expect((await findTask(id))?.deletedAt).toBeNull()
    const events = await connection().rows<{ taskId: string }>(sql`SELECT "taskId" FROM "Event"`)
    expect(events).toEqual([{ taskId: old }])
    await storeRetention({ days: null })
    expect(await applyRetention(new Date())).toBe(0)
  })

  it.each([0, -1, 1.5, 3651])('is never %s days', async (days) => {
    await expect(storeRetention({ days })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'days', code: 'out_of_range' }],
    })
    expect(await currentRetention()).toEqual({ days: null })
  })

  it.each(['{', '{"days":0}', '{"weeks":2}', 'null'])(
    'lets all stay where %s is stored',
    async (value) => {
      await putStoredRetention(value, new Date())
      expect(await currentRetention()).toEqual({ days: null })
    },
  )
})
