import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../db/connection'
import { closeDatabase, connection, replaceDatabase } from '../db/database'
import { sql } from '../db/sql'
import { testDatabase } from '../db/test-database'
import { epochFile, readEpochFile } from '../epoch-file'
import { replaceSettings } from '../env'
import { judgeEpoch, noteEpoch, noticeOlderDatabase } from './epoch'
import { pageOfAudit } from './store/audit'
import { claimToSubmit } from './store/claims'
import { testSlots } from './test-task'
import { readEpoch } from './store/epoch'
import { findTask } from './store/tasks'
import { readQueue } from './store/queue'

const now = new Date('2026-03-01T00:00:00Z')
let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await testDatabase())
  replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
})
afterEach(() => remove())

const access = { gateway: 'simulator', keyVersion: '', leaseMs: 1000 }
const outside = () => readEpochFile(epochFile(folder))

async function queue(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await connection().run(sql`
      INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "createdAt", "updatedAt")
      VALUES (${id}, 'local', 'queued', 'simulator', 'image', 'aisphere-v5', 'a cat', '{"duration":5,"resolution":"360p"}', ${now}, ${now}, ${now})`)
  }
}
/** One task as far as it is when its request leaves. */
async function send(): Promise<string> {
  const claim = await claimToSubmit({ ...access, now, slots: testSlots(now, 100) })
  await noteEpoch()
  return claim?.id ?? ''
}
let copies = 0
const copyDatabase = async () => {
  const copy = path.join(folder, `older-${(copies += 1)}.db`)
  await connection().run(sql`VACUUM INTO ${copy}`)
  return copy
}
/** As somebody would do it by hand: the studio stopped, the file copied over. */
async function putBack(copy: string): Promise<void> {
  await closeDatabase()
  const file = path.join(folder, 'studio.db')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  copyFileSync(copy, file)
  replaceDatabase(openConnection(`file:${file}`))
}
const statusOf = async (id: string) => {
  const task = await findTask(id)
  return [task?.status, task?.errorCode]
}

describe('an older database', () => {
  it('is noticed: what was queued then waits for a person, and so does the queue', async () => {
    await noticeOlderDatabase(now)
    await queue('a', 'b', 'c')
    await send()
    const copy = await copyDatabase()
    expect(await send()).toBe('b')
    await putBack(copy)
    expect(await noticeOlderDatabase(now)).toBe(3)
    for (const id of ['a', 'b', 'c'])
      expect(await statusOf(id)).toEqual(['unconfirmed', 'studio_restored'])
    expect((await readQueue()).pausedReason).toBe('restored')
    expect(await pageOfAudit(10, null)).toMatchObject([{ action: 'restore', taskId: null }])
    expect(await claimToSubmit({ ...access, now, slots: testSlots(now, 100) })).toBeNull()
    expect(await noticeOlderDatabase(now)).toBeNull()
  })

  it('is noticed when nothing had ever been sent before it was copied', async () => {
    await noticeOlderDatabase(now)
    await queue('a')
    const copy = await copyDatabase()
    await send()
    await putBack(copy)
    expect(await noticeOlderDatabase(now)).toBe(1)
  })

  it('is noticed when it comes from another history that has gone further', async () => {
    await noticeOlderDatabase(now)
    await queue('a', 'b')
    await send()
    const copy = await copyDatabase()
    await send()
    const further = await copyDatabase()
    await putBack(copy)
    await noticeOlderDatabase(now)
    await putBack(further)
    expect(await noticeOlderDatabase(now)).not.toBeNull()
  })

  it('is noticed where the file outside is gone or cannot be read', async () => {
    await noticeOlderDatabase(now)
    await queue('a', 'b')
    await send()
    rmSync(epochFile(folder))
    expect(await noticeOlderDatabase(now)).toBe(2)
  })
})

describe('no false alarm', () => {
  it('at the first start, at the next one, and after anything was sent', async () => {
    expect(await noticeOlderDatabase(now)).toBeNull()
    await queue('a', 'b')
    expect(await noticeOlderDatabase(now)).toBeNull()
    await send()
    expect(await noticeOlderDatabase(now)).toBeNull()
    expect(await outside()).toEqual(await readEpoch())
    expect(await statusOf('b')).toEqual(['queued', null])
  })

  it('after a crash between the claim and the note', async () => {
    await noticeOlderDatabase(now)
    await queue('a', 'b')
    await send()
    await claimToSubmit({ ...access, now, slots: testSlots(now, 100) })
    expect(await noticeOlderDatabase(now)).toBeNull()
  })

  it('in a new database beside what an old one left', async () => {
    await noticeOlderDatabase(now)
    const empty = await copyDatabase()
    await queue('a')
    await send()
    await putBack(empty)
    await noticeOlderDatabase(now)
    expect((await readQueue()).pausedReason).toBeNull()
  })
})

it('counts nothing where nothing was claimed', async () => {
  await noticeOlderDatabase(now)
  await claimToSubmit({ ...access, now, slots: testSlots(now, 100) })
  expect((await readEpoch()).number).toBe(0)
})

it('never writes an older number over a newer one, however many send at once', async () => {
  await noticeOlderDatabase(now)
  const ids = Array.from({ length: 20 }, (_, index) => `t${index}`)
  await queue(...ids)
  await Promise.all(ids.map(send))
  expect(await outside()).toEqual(await readEpoch())
  expect((await outside())?.number).toBe(20)
  expect(readFileSync(epochFile(folder)).length).toBe(128)
})

it.each([
  [{ line: 'a', number: 3 }, { line: 'a', number: 3 }, 'same'],
  [{ line: 'a', number: 4 }, { line: 'a', number: 3 }, 'same'],
  [{ line: 'a', number: 2 }, { line: 'a', number: 3 }, 'older'],
  [{ line: 'a', number: 9 }, { line: 'b', number: 3 }, 'older'],
  [{ line: 'a', number: 9 }, null, 'older'],
  [{ line: '', number: 0 }, { line: 'a', number: 1 }, 'older'],
  [{ line: '', number: 0 }, { line: 'a', number: 0 }, 'first'],
  [{ line: '', number: 0 }, null, 'first'],
] as const)('judges %j against %j', (stored, file, judgement) => {
  expect(judgeEpoch(stored, file)).toBe(judgement)
})
