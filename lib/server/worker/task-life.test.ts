import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSimulator, type Simulator } from '@/lib/simulator/start-simulator'
import { db } from '../db/database'
import { testDatabase } from '../db/test-database'
import { replaceSettings } from '../env'
import { takeInPicture } from '../images/take-in-picture'
import { localStorageIn } from '../storage/local-storage'
import { storage, replaceStorage } from '../storage/storage'
import { forgetQueryPath } from '../upstream/client'
import { runWorker } from './loop'
import { createTask } from '../tasks/create-task'
import { describeQueue } from '../tasks/queue-state'
import { getTask } from '../tasks/get-task'
import { forgetLearnt } from '../tasks/schedule/learnt'
import { findMedia } from '../tasks/find-media'
import { presentTask } from '../tasks/present-task'
import { resolveTask } from '../tasks/resolve-task'
import { retryTask } from '../tasks/retry-task'

const KEY = 'sk-task-life-0123456789'
const person = { id: 'local' }
let gatewayData: string
let gateway: Simulator
let folder: string
let remove: () => Promise<void>
let worker: { stop: () => Promise<void> } | undefined

beforeAll(async () => {
  gatewayData = mkdtempSync(path.join(tmpdir(), 'studio-life-'))
  gateway = await startSimulator({ data: gatewayData, apiKey: KEY, speed: 100 })
})
afterAll(async () => {
  await gateway.close()
  rmSync(gatewayData, { recursive: true, force: true })
})
beforeEach(async () => {
  const opened = await testDatabase()
  folder = opened.folder
  remove = opened.remove
  replaceStorage(localStorageIn(path.join(folder, 'media')))
  forgetQueryPath()
  forgetLearnt()
  settings()
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await misbehave([])
  await remove()
})

function settings(more: Record<string, string> = {}): void {
  replaceSettings({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    AISPHERE_IMAGE_TRANSPORT: 'data-uri',
    DATA_DIR: folder,
    DISK_RESERVE_MB: '0',
    POLL_FIRST_MS: '50',
    POLL_EVERY_MS: '50',
    LOG_LEVEL: 'silent',
    ...more,
  })
}
function work(): void {
  const stopping = new AbortController()
  const running = runWorker(stopping.signal)
  worker = {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
async function misbehave(rules: object[]): Promise<void> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  await fetch(`${gateway.url}/_simulator/scenarios`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(rules),
  })
}
async function body(more: object = {}) {
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
let keys = 0
const create = async (more: object = {}, key = `key-${(keys += 1)}-0000`) =>
  createTask({ person, key, body: await body(more) })
const until = (id: string, status: string) =>
  vi.waitFor(async () => expect((await getTask({ person, id })).status).toBe(status), {
    timeout: 15_000,
    interval: 50,
  })

describe('the life of a task', () => {
  it('ends with a clip that is there, whole, under its own address', async () => {
    const { id } = await create()
    work()
    await until(id, 'succeeded')
    const task = await getTask({ person, id })
    const wire = presentTask(task, 'en')
    const [clip] = wire.videos
    expect(clip).toMatchObject({ height: 360, durationMs: 5000 })
    expect(wire).toMatchObject({ error: null, usage: { seconds: 5 }, estimate: { credits: 45 } })
    const media = await findMedia({ person, id, sha256: clip?.sha256 ?? '' })
    expect((await storage().stat(media?.storageKey ?? ''))?.bytes).toBe(clip?.bytes)
    expect(readdirSync(path.join(folder, 'media/tmp'))).toEqual([])
  })

  it('is one task for one key, however often it is asked for at once', async () => {
    const request = await body()
    const tasks = await Promise.all(
      Array.from({ length: 30 }, () => createTask({ person, key: 'same-key-1', body: request })),
    )
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(1)
    const other = createTask({ person, key: 'same-key-1', body: { ...request, prompt: 'another' } })
    await expect(other).rejects.toMatchObject({ code: 'idempotency_mismatch' })
    const spelled = await createTask({
      person,
      key: 'same-key-1',
      body: { duration: 5, ...request },
    })
    expect(spelled.id).toBe(tasks[0]?.id)
  })

  it('is not begun with a picture that is not there, or of somebody else', async () => {
    const request = await body()
    const refused = createTask({ person: { id: 'other' }, key: 'other-key-1', body: request })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'image', code: 'unknown_picture' }],
    })
  })

  it('goes on where a stop left it', async () => {
    const { id } = await create({ seed: 11 })
    work()
    await until(id, 'running')
    await worker?.stop()
    work()
    await until(id, 'succeeded')
  })

  it('pauses the queue on a refused key and goes on when resumed', async () => {
    await misbehave([
      { on: 'submit', do: { kind: 'answer', status: 401, json: { code: 1, message: 'no' } } },
    ])
    const { id } = await create()
    work()
    await vi.waitFor(async () =>
      expect((await describeQueue('zh')).paused).toMatchObject({ reason: 'key_refused' }),
    )
    expect(await getTask({ person, id })).toMatchObject({ status: 'queued', upstreamTaskId: null })
    expect((await describeQueue('zh')).paused?.message).toMatch(/密钥/)
  })

  it('three unclear answers in a row pause the queue', async () => {
    await misbehave([{ on: 'submit', do: { kind: 'cut' } }])
    // An unclear one may be at work there, and would hold back the next for some minutes.
    const contract = path.join(folder, 'contract.json')
    writeFileSync(contract, JSON.stringify({ life: { fromMs: 0, untilMs: 0 } }))
    settings({ AISPHERE_CONCURRENCY: '1', AISPHERE_CONTRACT: contract })
    const tasks = [
      await create({ seed: 1 }),
      await create({ seed: 2 }),
      await create({ seed: 3 }),
      await create({ seed: 4 }),
    ]
    work()
    await vi.waitFor(
      async () =>
        expect((await describeQueue('en')).paused).toMatchObject({ reason: 'too_many_unclear' }),
      { timeout: 10_000 },
    )
    const states = await Promise.all(
      tasks.map(async ({ id }) => (await getTask({ person, id })).status),
    )
    expect(states).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed', 'queued'])
  })

  it('asks for a fresh link when one is dead', async () => {
    await misbehave([{ on: 'query', times: 1, do: { kind: 'dead-link' } }])
    const { id } = await create({ seed: 21 })
    work()
    await vi.waitFor(
      async () => expect((await getTask({ person, id })).errorCode).toBe('clip_unreachable'),
      { timeout: 10_000, interval: 30 },
    )
    expect(presentTask(await getTask({ person, id }), 'en').videos).toEqual([])
  })

  it('sends nothing paid without room on the disk, and goes on by itself when there is', async () => {
    const { id } = await create({ seed: 31 })
    settings({ DISK_RESERVE_MB: '999999999' })
    work()
    expect((await describeQueue('en')).diskFull).toBe(true)
    await expect(create({ seed: 32 })).rejects.toMatchObject({ code: 'disk_full' })
    expect((await getTask({ person, id })).status).toBe('queued')
    settings()
    await until(id, 'succeeded')
  })

  it('fails without sending when its picture is gone', async () => {
    const { id } = await create()
    rmSync(path.join(folder, 'media/pictures'), { recursive: true })
    work()
    await until(id, 'failed')
    expect(await getTask({ person, id })).toMatchObject({
      errorCode: 'input_lost',
      submittedAt: null,
    })
  })

  it('is resolved once by a person, and only as they saw it', async () => {
    await misbehave([{ on: 'submit', times: 1, do: { kind: 'accept-then-cut' } }])
    const { id } = await create({ seed: 41 })
    work()
    await until(id, 'unconfirmed')
    const lines = readFileSync(path.join(gatewayData, 'ledger.jsonl'), 'utf8').trim().split('\n')
    const taskId: string = JSON.parse(lines.at(-1) ?? '').task_id
    const attach = (attempt: number) =>
      resolveTask({ person, id, resolution: { action: 'attach', attempt, taskId } })
    await expect(attach(2)).rejects.toMatchObject({ code: 'conflict' })
    const outcomes = await Promise.allSettled([attach(1), attach(1)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await until(id, 'succeeded')
  })

  it('asks again for a result that counted as lost, without paying again', async () => {
    const { id } = await create({ seed: 61 })
    work()
    await until(id, 'succeeded')
    await worker?.stop()
    const { upstreamTaskId } = await getTask({ person, id })
    const lost = { status: 'failed', errorCode: 'result_lost' }
    await (await db()).task.update({ where: { id }, data: lost })
    await (await db()).taskOutput.updateMany({ where: { taskId: id }, data: { savedAt: null } })
    const attach = { action: 'attach', attempt: 1, taskId: upstreamTaskId ?? '' } as const
    const resend = { action: 'resend', attempt: 1 } as const
    await expect(resolveTask({ person, id, resolution: resend })).rejects.toMatchObject({
      code: 'conflict',
    })
    await resolveTask({ person, id, resolution: attach })
    work()
    await until(id, 'succeeded')
  })

  it('is retried as a new task', async () => {
    await misbehave([{ on: 'query', times: 1, do: { kind: 'fail', message: 'stumbled' } }])
    const { id } = await create({ seed: 51 })
    work()
    await until(id, 'failed')
    expect(presentTask(await getTask({ person, id }), 'en').error?.message).toContain('stumbled')
    const again = await retryTask({ person, id, key: 'retry-key-1' })
    expect(again.id).not.toBe(id)
    expect((await retryTask({ person, id, key: 'retry-key-1' })).id).toBe(again.id)
    await until(again.id, 'succeeded')
  })
})
