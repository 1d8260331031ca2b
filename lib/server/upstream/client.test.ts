import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '@/lib/simulator/start-simulator'
import { replaceSettings } from '../env'
import { forgetQueryPath, query, submit } from './client'
import type { SubmitVerdict } from './verdict'

const KEY = 'sk-contract-test-123456'
let folder: string
let gateway: Simulator
let address: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-client-'))
  gateway = await startSimulator({ data: folder, apiKey: KEY, speed: 1000 })
  const picture = await sharp({
    create: { width: 320, height: 320, channels: 3, background: '#abc' },
  })
    .jpeg()
    .toBuffer()
  address = `data:image/jpeg;base64,${picture.toString('base64')}`
  replaceSettings({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    SUBMIT_TIMEOUT_MS: '1500',
    LOG_LEVEL: 'silent',
  })
})
afterAll(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => misbehave([]))

async function misbehave(rules: object[]): Promise<void> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  const answer = await fetch(`${gateway.url}/_simulator/scenarios`, {
    method: 'PUT',
    headers,
    body: JSON.stringify(rules),
  })
  expect(answer.status).toBe(200)
}
function send() {
  return submit({
    mode: 'image',
    model: 'aisphere-v5',
    prompt: 'go',
    params: { duration: 5, resolution: '360p' },
    pictures: [{ role: 'image', imageId: 'p', address }],
  })
}
const envelope = (code: number) => ({ code, data: null, message: 'told', request_id: 'r1' })
const html = { status: 200, contentType: 'text/html', text: '<html>hello</html>' }

/** Every row of the verdict table, over a real connection. */
const ROWS: [string, object, Partial<SubmitVerdict>][] = [
  ...[500044, 500069].map((code): (typeof ROWS)[number] => [
    `load ${code}`,
    { status: 400, json: envelope(code) },
    { kind: 'wait', reason: 'load' },
  ]),
  ['load under 503', { status: 503, json: envelope(500044) }, { kind: 'wait', reason: 'load' }],
  [
    'picture moderated',
    { status: 200, json: envelope(500054) },
    { kind: 'failed', code: 'moderation_picture' },
  ],
  [
    'text moderated',
    { status: 200, json: envelope(500063) },
    { kind: 'failed', code: 'moderation_text' },
  ],
  ['no balance', { status: 200, json: envelope(500090) }, { kind: 'pause', reason: 'no_balance' }],
  [
    'insufficient_credit',
    { status: 400, json: { error: { type: 'x', code: 'insufficient_credit', message: 'm' } } },
    { kind: 'pause', reason: 'no_balance' },
  ],
  ['402', { status: 402 }, { kind: 'pause', reason: 'no_balance' }],
  ...[400017, 400013, 400011].map((code): (typeof ROWS)[number] => [
    `parameter ${code}`,
    { status: 400, json: envelope(code) },
    { kind: 'failed', code: 'bad_parameter', detail: 'told' },
  ]),
  [
    'prompt too long',
    { status: 400, json: envelope(400018) },
    { kind: 'failed', code: 'prompt_too_long' },
  ],
  [
    'negative prompt too long',
    { status: 400, json: envelope(400019) },
    { kind: 'failed', code: 'negative_prompt_too_long' },
  ],
  ...[500030, 500031, 500032, 500033, 500041, 500042].map((code): (typeof ROWS)[number] => [
    `picture ${code}`,
    { status: 400, json: envelope(code) },
    { kind: 'failed', code: 'picture_refused' },
  ]),
  ['401', { status: 401, json: envelope(1) }, { kind: 'pause', reason: 'key_refused' }],
  ['403', { status: 403 }, { kind: 'pause', reason: 'key_refused' }],
  [
    '429',
    { status: 429, headers: { 'retry-after': '9' } },
    { kind: 'wait', reason: 'rate', delayMs: 9000 },
  ],
  [
    'redirect',
    { status: 302, headers: { location: 'https://elsewhere.example/' } },
    { kind: 'pause', reason: 'wrong_address' },
  ],
  ['404', { status: 404 }, { kind: 'pause', reason: 'wrong_address' }],
  ['405', { status: 405 }, { kind: 'pause', reason: 'wrong_address' }],
  ['HTML with 400', { ...html, status: 400 }, { kind: 'pause', reason: 'wrong_address' }],
  ['500', { status: 500, json: envelope(1) }, { kind: 'unclear' }],
  ['502', { ...html, status: 502 }, { kind: 'unclear' }],
  ['HTML with 200', html, { kind: 'unclear' }],
  [
    'garbage',
    { status: 200, contentType: 'application/json', text: '{"code":0,' },
    { kind: 'unclear' },
  ],
  ['100 MB', { status: 200, json: envelope(0), padBytes: 100 * 1024 * 1024 }, { kind: 'unclear' }],
  [
    'no task id',
    { status: 200, json: { code: 0, data: { urls: [] } } },
    { kind: 'unclear', code: 'task_id_missing' },
  ],
]

describe('submit', () => {
  it('is accepted by a gateway that behaves', async () => {
    const { verdict, raw } = await send()
    expect(verdict).toMatchObject({ kind: 'accepted', result: { taskId: expect.any(String) } })
    expect(raw).toMatchObject({ httpStatus: 200, requestId: expect.any(String) })
  })

  it.each(ROWS)('%s', async (_name, answer, expected) => {
    await misbehave([{ on: 'submit', do: { kind: 'answer', ...answer } }])
    expect((await send()).verdict).toMatchObject(expected)
  })

  it.each([['cut'], ['accept-then-cut'], ['hang'], ['accept-then-hang']])(
    '%s is unclear',
    async (kind) => {
      await misbehave([{ on: 'submit', do: { kind } }])
      expect((await send()).verdict).toEqual({ kind: 'unclear', code: 'answer_missing' })
    },
  )

  it('is surely not delivered when nobody listens', async () => {
    const settings = { AISPHERE_API_KEY: KEY, LOG_LEVEL: 'silent' }
    replaceSettings({ ...settings, AISPHERE_BASE_URL: 'http://127.0.0.1:1' })
    const { verdict } = await send()
    replaceSettings({ ...settings, AISPHERE_BASE_URL: gateway.url, SUBMIT_TIMEOUT_MS: '1500' })
    expect(verdict).toMatchObject({ kind: 'wait', reason: 'not_delivered' })
  })

  it('never carries the key over plain http beyond this house', async () => {
    const settings = { AISPHERE_API_KEY: KEY, LOG_LEVEL: 'silent' }
    replaceSettings({ ...settings, AISPHERE_BASE_URL: 'http://gateway.example' })
    expect((await send()).verdict).toEqual({ kind: 'pause', reason: 'wrong_address' })
    expect((await query('t')).verdict).toEqual({ kind: 'pause', reason: 'wrong_address' })
    replaceSettings({ ...settings, AISPHERE_BASE_URL: gateway.url, SUBMIT_TIMEOUT_MS: '1500' })
  })

  it('keeps no trace of a key that the gateway echoes', async () => {
    await misbehave([
      {
        on: 'submit',
        do: {
          kind: 'answer',
          status: 400,
          json: { code: 5, message: `key ${KEY} is bad`, request_id: KEY },
        },
      },
    ])
    const sent = await send()
    expect(sent.verdict).toMatchObject({ kind: 'failed', detail: 'key [key] is bad' })
    expect(JSON.stringify(sent)).not.toContain(KEY)
  })
})

describe('query', () => {
  async function withForm(
    queryForm: 'task' | 'generation' | 'parameter',
    run: (paths: () => Promise<string[]>) => Promise<void>,
  ) {
    const data = mkdtempSync(path.join(tmpdir(), 'studio-form-'))
    const simulator = await startSimulator({ data, apiKey: KEY, speed: 1000, queryForm })
    replaceSettings({
      AISPHERE_API_KEY: KEY,
      AISPHERE_BASE_URL: simulator.url,
      LOG_LEVEL: 'silent',
    })
    forgetQueryPath()
    try {
      await run(async () => {
        const headers = { authorization: `Bearer ${KEY}` }
        const requests: { method: string; path: string }[] = await (
          await fetch(`${simulator.url}/_simulator/requests`, { headers })
        ).json()
        return requests.filter(({ method }) => method === 'GET').map(({ path: asked }) => asked)
      })
    } finally {
      await simulator.close()
      rmSync(data, { recursive: true, force: true })
    }
  }

  it.each([
    ['task', 1],
    ['generation', 2],
    ['parameter', 3],
  ] as const)('finds the form “%s” and then asks in no other', async (form, tries) => {
    await withForm(form, async (paths) => {
      const sent = await send()
      const taskId = sent.verdict.kind === 'accepted' ? sent.verdict.result.taskId : null
      expect((await query(taskId ?? '')).verdict.kind).toMatch(/running|succeeded/)
      expect(await paths()).toHaveLength(tries)
      await query(taskId ?? '')
      expect(await paths()).toHaveLength(tries + 1)
    })
  })

  it('neither fails a task nor remembers a form on “no such task”', async () => {
    await withForm('generation', async (paths) => {
      expect((await query('made-up')).verdict).toEqual({ kind: 'unknown' })
      expect(await paths()).toHaveLength(3)
    })
  })
})
