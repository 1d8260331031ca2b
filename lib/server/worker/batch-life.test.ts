import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startSimulator, type Simulator } from '@/lib/simulator/start-simulator'
import { testDatabase } from '../db/test-database'
import { replaceSettings } from '../env'
import { takeInPicture } from '../images/take-in-picture'
import { localStorageIn } from '../storage/local-storage'
import { replaceStorage } from '../storage/storage'
import { cancelBatch } from '../tasks/batches/cancel-batch'
import { createBatch } from '../tasks/batches/create-batch'
import { createTask } from '../tasks/create-task'
import { getBatch, getWholeBatch } from '../tasks/batches/get-batch'
import { getTask } from '../tasks/get-task'
import { forgetLearnt } from '../tasks/schedule/learnt'
import { pauseBatch, resumeBatch } from '../tasks/batches/pause-batch'
import { presentBatch } from '../tasks/batches/present-batch'
import { forgetQueryPath } from '../upstream/client'
import { runWorker } from './loop'

const KEY = 'sk-batch-life-0123456789'
const person = { id: 'local' }
let gatewayData: string
let gateway: Simulator
let remove: () => Promise<void>
let stop: (() => Promise<void>) | undefined

beforeAll(async () => {
  gatewayData = mkdtempSync(path.join(tmpdir(), 'studio-batch-'))
  gateway = await startSimulator({ data: gatewayData, apiKey: KEY, speed: 100 })
})
afterAll(async () => {
  await gateway.close()
  rmSync(gatewayData, { recursive: true, force: true })
})
beforeEach(async () => {
  const opened = await testDatabase()
  remove = opened.remove
  replaceStorage(localStorageIn(path.join(opened.folder, 'media')))
  forgetQueryPath()
  forgetLearnt()
  replaceSettings({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    AISPHERE_IMAGE_TRANSPORT: 'data-uri',
    AISPHERE_CONCURRENCY: '2',
    DATA_DIR: opened.folder,
    DISK_RESERVE_MB: '0',
    POLL_FIRST_MS: '50',
    POLL_EVERY_MS: '50',
    LOG_LEVEL: 'silent',
  })
})
afterEach(async () => {
  await stop?.()
  stop = undefined
  await remove()
})

function work(): void {
  const stopping = new AbortController()
  const running = runWorker(stopping.signal)
  stop = async () => {
    stopping.abort()
    await running
  }
}

/** How many paid requests the gateway took so far. */
function paid(): number {
  return readFileSync(path.join(gatewayData, 'ledger.jsonl'), 'utf8').trim().split('\n').length
}

async function aBody(more: object) {
  const bytes = readFileSync('e2e/fixtures/chelsea.png')
  const { id } = await takeInPicture({ person, bytes })
  return {
    model: 'aisphere-v5',
    prompt: 'a cat',
    image: { imageId: id },
    resolution: '360p',
    ...more,
  }
}

async function makeBatch(seeds: number[], key: string) {
  const tasks = await Promise.all(seeds.map((seed) => aBody({ seed })))
  return createBatch({ person, key, body: { tasks } })
}

const patiently = { timeout: 15_000, interval: 50 }
const batchState = async (id: string) => presentBatch(await getBatch({ person, id }))

it('sends nothing of a paused batch while others go by, and all of it once after', async () => {
  const { batch } = await makeBatch([1, 2, 3], 'batch-key-1')
  await pauseBatch({ person, id: batch.id })
  const alone = await createTask({ person, key: 'alone-key-1', body: await aBody({ seed: 9 }) })
  work()
  await vi.waitFor(
    async () => expect((await getTask({ person, id: alone.id })).status).toBe('succeeded'),
    patiently,
  )
  expect(paid()).toBe(1)
  const { tasks } = await getWholeBatch({ person, id: batch.id })
  expect(tasks.map(({ status, attempt, submittedAt }) => [status, attempt, submittedAt])).toEqual(
    tasks.map(() => ['queued', 1, null]),
  )
  await resumeBatch({ person, id: batch.id })
  await vi.waitFor(
    async () => expect((await batchState(batch.id)).counts.succeeded).toBe(3),
    patiently,
  )
  expect((await batchState(batch.id)).status).toBe('done')
  expect(paid()).toBe(4)
})

it('cancels beside a worker at work: what was canceled is never paid for, the rest once', async () => {
  const before = paid()
  const { batch } = await makeBatch([11, 12, 13, 14, 15, 16, 17, 18], 'batch-key-2')
  work()
  await vi.waitFor(() => expect(paid()).toBeGreaterThan(before), patiently)
  await cancelBatch({ person, id: batch.id })
  await vi.waitFor(async () => expect((await batchState(batch.id)).status).toBe('done'), patiently)
  await stop?.()
  const { counts, total } = await batchState(batch.id)
  expect(counts.canceled).toBeGreaterThan(0)
  expect(counts.succeeded).toBe(total - counts.canceled)
  expect(paid() - before).toBe(counts.succeeded)
})
