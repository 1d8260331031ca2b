import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../db/test-database'
import { env, replaceSettings } from '../env'
import { takeInPicture } from '../images/take-in-picture'
import { localStorageIn } from '../storage/local-storage'
import { replaceStorage } from '../storage/storage'
import { claimToSubmit, expireSubmitting } from './store/claims'
import { readQueue } from './store/queue'
import { findTask } from './store/tasks'
import { submitTask } from './submit-task'
import { storeTask, testSlots } from './test-task'

const LEASE_MS = 60_000
let gateway: Server
let requests = 0
let isSilent = false
let remove: () => Promise<void>

beforeEach(async () => {
  const opened = await testDatabase()
  remove = opened.remove
  replaceStorage(localStorageIn(path.join(opened.folder, 'media')))
  requests = 0
  isSilent = false
  gateway = createServer((_, response) => {
    requests += 1
    if (!isSilent) response.end('{"code":0,"data":{"task_id":"t1","task_status":"queued"}}')
  }).listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  const address = gateway.address()
  const port = typeof address === 'object' ? address?.port : undefined
  replaceSettings({
    AISPHERE_API_KEY: 'sk-submit-0123456789',
    AISPHERE_BASE_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: opened.folder,
    SUBMIT_TIMEOUT_MS: '200',
    LOG_LEVEL: 'silent',
  })
})
afterEach(async () => {
  gateway.closeAllConnections()
  gateway.close()
  await remove()
})

/** A task that was claimed so many milliseconds ago. */
async function claimed(agoMs: number) {
  const bytes = readFileSync('e2e/fixtures/chelsea.png')
  const { id: imageId } = await takeInPicture({ person: { id: 'local' }, bytes })
  await storeTask({
    gateway: env().gateway.name,
    inputs: { create: [{ position: 0, role: 'image', imageId }] },
  })
  const now = new Date(Date.now() - agoMs)
  const gatewayName = env().gateway.name
  const access = { gateway: gatewayName, keyVersion: null, slots: testSlots(now) }
  const claim = await claimToSubmit({ ...access, now, leaseMs: LEASE_MS })
  const task = claim && (await findTask(claim.id))
  if (!task) throw new Error('nothing was claimed')
  return { claim, task }
}

it('sends while its lease holds', async () => {
  const { claim, task } = await claimed(0)
  await submitTask(claim, task)
  expect(requests).toBe(1)
  expect(await findTask(claim.id)).toMatchObject({ status: 'running', upstreamTaskId: 't1' })
})

it('sends nothing once its lease is over, and gives the task back', async () => {
  const { claim, task } = await claimed(LEASE_MS + 1)
  await submitTask(claim, task)
  expect(requests).toBe(0)
  expect(await findTask(claim.id)).toMatchObject({ status: 'queued', leaseToken: null, attempt: 1 })
})

it('leaves a task alone that others have judged since', async () => {
  const { claim, task } = await claimed(LEASE_MS + 1)
  await expireSubmitting(new Date())
  await submitTask(claim, task)
  expect(requests).toBe(0)
  expect(await findTask(claim.id)).toMatchObject({ status: 'unconfirmed' })
})

it('counts an answer that never came, but not one that it slept through', async () => {
  isSilent = true
  const slept = await claimed(LEASE_MS - 100)
  await submitTask(slept.claim, slept.task)
  expect(await findTask(slept.claim.id)).toMatchObject({ status: 'unconfirmed' })
  expect((await readQueue()).unclearInARow).toBe(0)
  const awake = await claimed(0)
  await submitTask(awake.claim, awake.task)
  expect((await readQueue()).unclearInARow).toBe(1)
})
