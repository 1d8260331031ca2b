import { afterEach, beforeEach, expect, it } from 'vitest'
import { connection, db } from '../../db/database'
import { testDatabase } from '../../db/test-database'
import { replaceSettings } from '../../env'
import { readOutlooks } from './read-outlooks'
import { forgetLearnt } from '../schedule/learnt'
import { findTasks } from '../store/tasks'
import { storeTask } from '../test-task'

const now = new Date('2026-02-01T00:00:00Z')
let remove: () => Promise<void>
beforeEach(async () => {
  const opened = await testDatabase()
  remove = opened.remove
  replaceSettings({ DATA_DIR: opened.folder, AISPHERE_CONCURRENCY: '2' })
  forgetLearnt()
})
afterEach(() => remove())

const places = async (ids: string[]) => {
  const outlooks = await readOutlooks(await findTasks(ids), now)
  return ids.map((id) => outlooks.get(id)?.place ?? null)
}

it('counts only those that would be sent before', async () => {
  const batch = { id: 'b', owner: 'local', createdAt: now, pausedAt: now }
  await (await db()).batch.create({ data: batch })
  const held = await storeTask({ batchId: 'b' })
  const first = await storeTask()
  await storeTask({ gateway: 'https://gateway.example' })
  await storeTask({ deletedAt: now })
  const later = await storeTask({ dueAt: new Date('2026-01-02T00:00:00Z') })
  const second = await storeTask()
  expect(await places([held, first, second, later])).toEqual([null, 1, 2, 3])
})

it('says nothing of another gateway and of what has ended', async () => {
  const strange = await storeTask({ gateway: 'https://gateway.example' })
  const ended = await storeTask({ status: 'succeeded' })
  expect((await readOutlooks(await findTasks([strange, ended]), now)).size).toBe(0)
})

it("is made of this studio's own clips as soon as there are some", async () => {
  const running = { status: 'running', submittedAt: now, dueAt: now }
  const id = await storeTask(running)
  const basis = async () => (await readOutlooks(await findTasks([id]), now)).get(id)?.basis
  expect(await basis()).toBe('assumption')
  const life = { gateway: 'simulator', model: 'aisphere-v5', seconds: 5, resolution: '540p' }
  const lives = Array.from({ length: 8 }, () => ({ ...life, fromMs: 8000, untilMs: 9000 }))
  await (await db()).clipLife.createMany({ data: lives })
  expect(await basis()).toBe('assumption') // figures of a moment ago do
  forgetLearnt()
  expect(await basis()).toBe('history')
})

it('asks the database a handful of times, however many tasks there are', async () => {
  const ids: string[] = []
  for (let count = 0; count < 20; count += 1) ids.push(await storeTask())
  const rows = await findTasks(ids)
  const asked = countStatements()
  await readOutlooks(rows, now)
  expect(asked()).toBeLessThanOrEqual(6)
  expect((await readOutlooks([], now)).size).toBe(0)
})

function countStatements(): () => number {
  const opened = connection()
  const { rows } = opened
  let count = 0
  opened.rows = (statement) => {
    count += 1
    return rows(statement)
  }
  return () => count
}
