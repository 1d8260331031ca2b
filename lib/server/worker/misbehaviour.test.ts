import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { renderClip } from '@/lib/simulator/render/render-clip'
import { isScenarioName, type ScenarioName } from '@/lib/simulator/scenarios/named-scenarios'
import { startSimulator, type Simulator } from '@/lib/simulator/start-simulator'
import { testDatabase } from '../db/test-database'
import { env, replaceSettings } from '../env'
import { takeInPicture } from '../images/take-in-picture'
import { localStorageIn } from '../storage/local-storage'
import { replaceStorage } from '../storage/storage'
import { forgetQueryPath } from '../upstream/client'
import { createTask } from '../tasks/create-task'
import { getTask } from '../tasks/get-task'
import { forgetLearnt } from '../tasks/schedule/learnt'
import { describeQueue } from '../tasks/queue-state'
import { readWaits } from '../tasks/store/gateway-waits'
import { runWorker } from './loop'

const KEY = 'sk-misbehaviour-0123456789'
const PICTURE = 'e2e/fixtures/chelsea.png'
/** Deadlines and sizes that a test need not wait for. */
const SHORT = { queryTimeoutMs: 200, clipTimeoutMs: 2000, clipMaxBytes: 10_000_000 }
const person = { id: 'local' }
let gatewayData: string
let gateway: Simulator
let remove: () => Promise<void>
let stop: () => Promise<void>

beforeAll(async () => {
  gatewayData = mkdtempSync(path.join(tmpdir(), 'studio-misbehaviour-'))
  const pictures = [{ file: PICTURE, role: 'first' as const }]
  const size = { width: 96, height: 64, seconds: 5, shots: 1 }
  const clip = await renderClip({ pictures, move: null, sound: null, ...size })
  const renderer = { render: async () => clip, close: async () => undefined }
  gateway = await startSimulator({ data: gatewayData, apiKey: KEY, speed: 100, renderer })
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
  const contract = path.join(opened.folder, 'contract.json')
  writeFileSync(contract, JSON.stringify(SHORT))
  replaceSettings({
    AISPHERE_CONTRACT: contract,
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    AISPHERE_IMAGE_TRANSPORT: 'data-uri',
    DATA_DIR: opened.folder,
    DISK_RESERVE_MB: '0',
    POLL_FIRST_MS: '50',
    POLL_EVERY_MS: '50',
    SUBMIT_TIMEOUT_MS: '5000',
    LOG_LEVEL: 'silent',
  })
  const stopping = new AbortController()
  const running = runWorker(stopping.signal)
  stop = async () => {
    stopping.abort()
    await running
  }
})
afterEach(async () => {
  await stop()
  await remove()
})

/** Sends a task to a gateway that misbehaves so, and waits until the studio has made `expected` of it. */
async function outcome(scenario: ScenarioName, expected: Expected): Promise<void> {
  await control({ method: 'PUT', body: JSON.stringify([{ scenario }]) })
  const { id: imageId } = await takeInPicture({ person, bytes: readFileSync(PICTURE) })
  const body = { model: 'aisphere-v5', prompt: 'a cat', image: { imageId }, resolution: '360p' }
  const { id } = await createTask({ person, key: 'key-misbehaviour-1', body })
  const seen = async () => {
    const { status, errorCode, tries, upstreamStatus, dueAt } = await getTask({ person, id })
    const { submit, query } = await readWaits(env().gateway.name)
    const { paused } = await describeQueue('en')
    const [rule] = rulesSchema.parse(await control({}))
    const secondsTo = (moment: Date | null) =>
      moment ? Math.ceil((moment.getTime() - Date.now()) / 1000) : 0
    return {
      status,
      errorCode,
      upstreamStatus,
      tries,
      waits: tries > 0 ? secondsTo(submit ?? dueAt) : 0,
      asksAgain: secondsTo(query),
      fired: rule?.fired ?? 0,
      paused: paused?.reason ?? null,
    }
  }
  const options = { timeout: 15_000, interval: 50 }
  await vi.waitFor(async () => expect(await seen()).toMatchObject(expected), options)
}

const rulesSchema = z.array(z.object({ fired: z.number() }))

async function control(init: { method?: string; body?: string }): Promise<unknown> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  const answer = await fetch(`${gateway.url}/_simulator/scenarios`, { ...init, headers })
  expect(answer.status).toBe(200)
  return answer.json()
}

interface Expected {
  status: string
  errorCode?: string | null
  paused?: string | null
  /** Seconds until it is tried again. */
  waits?: unknown
  /** Seconds until anything is asked for again. */
  asksAgain?: unknown
  tries?: number
  /** How often the gateway misbehaved so. */
  fired?: unknown
  upstreamStatus?: string
}

const failed = (errorCode: string) => ({ status: 'failed', errorCode, paused: null })
const within = (limit: number) =>
  expect.toSatisfy((seconds: number) => seconds > limit - 3 && seconds <= limit)
const waiting = (seconds: number) => ({ status: 'queued', paused: null, waits: within(seconds) })
const pausing = (paused: string) => ({ status: 'queued', paused })
const unclear = (errorCode: string) => ({ status: 'unconfirmed', errorCode, paused: null })
const asking = {
  status: 'running',
  errorCode: null,
  fired: expect.toSatisfy((times: number) => times >= 5),
}
/** Tries again for the clip, by itself. */
const FETCHING = { status: 'archiving', errorCode: 'clip_unreachable', waits: expect.any(Number) }
const DONE = { status: 'succeeded', errorCode: null }

/** What the studio makes of each; a scenario without a line here does not compile. */
const OUTCOMES: Record<ScenarioName, Expected> = {
  refuse: failed('bad_parameter'),
  'moderate-text': failed('moderation_text'),
  'moderate-picture': failed('moderation_picture'),
  fail: failed('generation_failed'),
  'no-balance': pausing('no_balance'),
  'no-balance-402': pausing('no_balance'),
  'wrong-key': pausing('key_refused'),
  'busy-concurrency': waiting(15),
  'busy-load': waiting(15),
  'busy-rate': waiting(30),
  'retry-after-seconds': waiting(5),
  'retry-after-date': waiting(5),
  'retry-after-rubbish': waiting(30),
  'retry-after-year': waiting(15 * 60),
  html: unclear('answer_unclear'),
  'html-502': unclear('answer_unclear'),
  garbage: unclear('answer_unclear'),
  'garbage-result': asking,
  cut: unclear('answer_missing'),
  'cut-answer': unclear('answer_missing'),
  'cut-clip': FETCHING,
  slow: DONE,
  'slow-clip': DONE,
  silent: unclear('answer_missing'),
  'late-link': FETCHING,
  'dead-link': FETCHING,
  'no-link': { ...asking, upstreamStatus: 'succeeded' },
  'unknown-word': { ...asking, upstreamStatus: 'dreaming' },
  forget: asking,
  'no-id': unclear('task_id_missing'),
  moved: pausing('wrong_address'),
  'no-route': pausing('wrong_address'),
  flood: unclear('answer_unclear'),
  drip: unclear('answer_missing'),
  'drip-result': asking,
  'flood-result': asking,
  'silent-result': asking,
  'html-result': asking,
  'busy-result': { status: 'running', fired: 1, asksAgain: within(5) },
  'wrong-key-result': { status: 'running', paused: 'key_refused', asksAgain: within(60) },
  'short-clip': FETCHING,
  'empty-clip': FETCHING,
  'html-clip': FETCHING,
  'no-index': FETCHING,
  'forbidden-link': FETCHING,
  'circling-link': FETCHING,
  'drip-clip': FETCHING,
  // Asked for anew at once, and after that with growing waits.
  'gone-link': { status: 'running', tries: 8 },
  'inward-link': { status: 'running', tries: 8 },
  'huge-clip': { status: 'running', tries: 8 },
  'endless-clip': { status: 'running', tries: 8 },
}

it.each(Object.keys(OUTCOMES).filter(isScenarioName))('%s', async (scenario) => {
  await outcome(scenario, OUTCOMES[scenario])
})
