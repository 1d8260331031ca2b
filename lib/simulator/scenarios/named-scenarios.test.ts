import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLedger } from '../ledger'
import { CLIP, readEnvelope, startTestSimulator, type TestSimulator } from '../test-harness'
import { isScenarioName, NAMED_SCENARIOS, type ScenarioName } from './named-scenarios'

/** A simulator on which the task `id` has succeeded before it misbehaves. */
interface Stage {
  simulator: TestSimulator
  id: string
}

async function stage(scenario: ScenarioName): Promise<Stage> {
  const simulator = await startTestSimulator()
  const id = await simulator.accepted()
  await simulator.succeeded(id)
  expect((await simulator.scenarios([{ scenario }])).status).toBe(200)
  return { simulator, id }
}

async function code({ simulator }: Stage): Promise<number> {
  return (await readEnvelope(await simulator.submit())).code
}

async function link({ simulator, id }: Stage): Promise<string> {
  return (await simulator.query(id)).data?.urls[0] ?? ''
}

async function refusedWith({ simulator }: Stage, status: number): Promise<unknown> {
  const response = await simulator.submit()
  expect(response.status).toBe(status)
  return response.json()
}

async function retryAfter({ simulator }: Stage): Promise<string | null> {
  const response = await simulator.submit()
  expect([response.status, await response.text()]).toEqual([429, ''])
  return response.headers.get('retry-after')
}

/** What was accepted beside the task that was there before. */
async function acceptedMeanwhile({ simulator }: Stage): Promise<number> {
  const lines = await readLedger(simulator.data)
  return lines.filter((line) => line.accepted).length - 1
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The length that an answer says it has, 0 where it says none, without reading on. */
async function declaredAndLeft(response: Response): Promise<number> {
  const first = await response.body?.getReader().read()
  expect(first?.value?.length).toBeGreaterThan(0)
  return Number(response.headers.get('content-length') ?? 0)
}

/** A question that is asked until the simulator ends. */
async function neverAnswered({ simulator, id }: Stage): Promise<unknown> {
  const answer = simulator.call(`/api/v1/video/task/${id}`).catch(() => 'dropped')
  const rules = async () => (await simulator.call('/_simulator/scenarios')).json()
  await expect.poll(rules).toMatchObject([{ fired: 1 }])
  await simulator.close()
  return answer
}

/** What a client sees of each; a scenario without a line here does not compile. */
const SEEN: Record<ScenarioName, (on: Stage) => Promise<void>> = {
  refuse: async (on) => expect(await code(on)).toBe(400017),
  'moderate-text': async (on) => expect(await code(on)).toBe(500063),
  'moderate-picture': async ({ simulator, id }) => {
    const answer = await simulator.query(id)
    expect(answer).toMatchObject({ code: 500054, data: { task_status: 'failed' } })
  },
  fail: async ({ simulator, id }) => {
    const answer = await simulator.query(id)
    expect(answer).toMatchObject({ message: 'the generation failed', data: { urls: [] } })
    expect(answer.data?.task_status).toBe('failed')
  },
  'no-balance': async (on) => expect(await code(on)).toBe(500090),
  'no-balance-402': async (on) => {
    const answer = await refusedWith(on, 402)
    expect(answer).toMatchObject({ error: { code: 'insufficient_credit' } })
  },
  'wrong-key': async (on) => {
    expect(await refusedWith(on, 401)).toMatchObject({ error: { type: 'auth' } })
  },
  'busy-concurrency': async (on) => {
    expect(await refusedWith(on, 429)).toMatchObject({ code: 500044, data: null })
    expect(await acceptedMeanwhile(on)).toBe(0)
  },
  'busy-load': async (on) => expect(await refusedWith(on, 429)).toMatchObject({ code: 500069 }),
  'busy-rate': async (on) => expect(await retryAfter(on)).toBeNull(),
  'retry-after-seconds': async (on) => expect(await retryAfter(on)).toBe('5'),
  'retry-after-date': async (on) => {
    const date = Date.parse((await retryAfter(on)) ?? '')
    expect(date - on.simulator.clock.now).toBe(5000)
  },
  'retry-after-rubbish': async (on) => {
    const said = (await retryAfter(on)) ?? ''
    expect([Number(said), Date.parse(said)]).toEqual([NaN, NaN])
  },
  'retry-after-year': async (on) => expect(await retryAfter(on)).toBe(String(365 * 24 * 3600)),
  html: async (on) => {
    const response = await on.simulator.submit()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(await response.text()).toMatch(/^<html>/)
    expect(await acceptedMeanwhile(on)).toBe(0)
  },
  'html-502': async (on) => {
    const response = await on.simulator.submit()
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(await acceptedMeanwhile(on)).toBe(1)
  },
  garbage: async (on) => {
    const response = await on.simulator.submit()
    expect(response.status).toBe(200)
    await expect(response.json()).rejects.toThrow(SyntaxError)
  },
  'garbage-result': async ({ simulator, id }) => {
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect(response.headers.get('content-type')).toBe('application/json')
    await expect(response.json()).rejects.toThrow(SyntaxError)
  },
  cut: async (on) => {
    await expect(on.simulator.submit()).rejects.toThrow()
    expect(await acceptedMeanwhile(on)).toBe(1)
  },
  'cut-answer': async (on) => {
    const response = await on.simulator.submit()
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    expect(await acceptedMeanwhile(on)).toBe(1)
  },
  'cut-clip': async (on) => {
    const response = await fetch(await link(on))
    expect(response.headers.get('content-length')).toBe(String(CLIP.length))
    await expect(response.arrayBuffer()).rejects.toThrow()
  },
  slow: async (on) => {
    expect(await milliseconds(() => code(on))).toBeGreaterThan(1500)
    expect(await acceptedMeanwhile(on)).toBe(1)
  },
  'slow-clip': async (on) => {
    const address = await link(on)
    const read = async () => (await fetch(address)).arrayBuffer()
    expect(await milliseconds(read)).toBeGreaterThan((CLIP.length / 100_000) * 1000 - 5)
  },
  silent: async (on) => {
    const submitted = on.simulator.submit().catch(() => 'dropped')
    await expect.poll(() => acceptedMeanwhile(on)).toBe(1)
    await on.simulator.close()
    expect(await submitted).toBe('dropped')
  },
  'no-id': async ({ simulator }) => {
    expect(await (await simulator.submit()).json()).toMatchObject({ code: 0, data: { urls: [] } })
  },
  moved: async ({ simulator }) => {
    const { status, headers } = await simulator.submit()
    expect([status, headers.get('location')]).toEqual([302, 'https://gateway.example/elsewhere'])
  },
  'no-route': async ({ simulator }) => expect((await simulator.submit()).status).toBe(404),
  flood: async (on) => {
    expect(await declaredAndLeft(await on.simulator.submit())).toBeGreaterThan(100_000_000)
    expect(await acceptedMeanwhile(on)).toBe(1)
  },
  drip: async (on) => {
    const submitted = on.simulator.submit().catch(() => 'dropped')
    await expect.poll(() => acceptedMeanwhile(on)).toBe(1)
    await on.simulator.close()
    expect(await submitted).toBe('dropped')
  },
  'drip-result': async (on) => expect(await neverAnswered(on)).toBe('dropped'),
  'silent-result': async (on) => expect(await neverAnswered(on)).toBe('dropped'),
  'flood-result': async ({ simulator, id }) => {
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect(await declaredAndLeft(response)).toBeGreaterThan(100_000_000)
  },
  'html-result': async ({ simulator, id }) => {
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringMatching(/^<html>/),
    ])
  },
  'busy-result': async ({ simulator, id }) => {
    const { status, headers } = await simulator.call(`/api/v1/video/task/${id}`)
    expect([status, headers.get('retry-after')]).toEqual([429, '5'])
  },
  'wrong-key-result': async ({ simulator, id }) => {
    expect((await simulator.call(`/api/v1/video/task/${id}`)).status).toBe(401)
  },
  'short-clip': async (on) => {
    const bytes = Buffer.from(await (await fetch(await link(on))).arrayBuffer())
    expect(bytes.equals(CLIP.subarray(0, bytes.length))).toBe(true)
    expect(bytes.length).toBeLessThan(CLIP.length)
  },
  'empty-clip': async (on) => {
    const response = await fetch(await link(on))
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0])
  },
  'html-clip': async (on) => {
    const response = await fetch(await link(on))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
  },
  'no-index': async (on) => {
    const text = await (await fetch(await link(on))).text()
    expect([text.includes('mdat'), text.includes('moov')]).toEqual([true, false])
  },
  'forbidden-link': async (on) => expect((await fetch(await link(on))).status).toBe(403),
  'gone-link': async (on) => expect((await fetch(await link(on))).status).toBe(410),
  'inward-link': async (on) => {
    const { headers } = await fetch(await link(on), { redirect: 'manual' })
    expect(headers.get('location')).toBe('http://169.254.169.254/latest/meta-data/')
  },
  'circling-link': async (on) => {
    const address = await link(on)
    const { headers } = await fetch(address, { redirect: 'manual' })
    const next = new URL(headers.get('location') ?? '', address)
    expect(next.pathname + next.search).toBe(address.slice(next.origin.length))
  },
  'drip-clip': async (on) => {
    const leave = new AbortController()
    const response = await fetch(await link(on), { signal: leave.signal })
    const first = await response.body?.getReader().read()
    expect(first?.value?.length).toBeLessThanOrEqual(50)
    leave.abort()
  },
  'huge-clip': async (on) =>
    expect(await declaredAndLeft(await fetch(await link(on)))).toBe(5_000_000_000),
  'endless-clip': async (on) => expect(await declaredAndLeft(await fetch(await link(on)))).toBe(0),
  'late-link': async (on) => {
    const late = await link(on)
    const statuses: number[] = []
    for (let index = 0; index < 4; index++) statuses.push((await fetch(late)).status)
    expect(statuses).toEqual([404, 404, 404, 200])
  },
  'dead-link': async (on) => {
    const links = [await link(on), await link(on)]
    for (const dead of [...links, ...links]) expect((await fetch(dead)).status).toBe(404)
  },
  'no-link': async ({ simulator, id }) => {
    expect((await simulator.query(id)).data).toMatchObject({ task_status: 'succeeded', urls: [] })
  },
  'unknown-word': async ({ simulator, id }) => {
    expect((await simulator.query(id)).data?.task_status).toBe('dreaming')
  },
  forget: async ({ simulator, id }) => {
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect([response.status, (await readEnvelope(response)).code]).toEqual([404, 400404])
  },
}

describe('a scenario that has a name', () => {
  test.each(Object.keys(SEEN).filter(isScenarioName))('%s', async (scenario) => {
    await SEEN[scenario](await stage(scenario))
  })

  test('can be for some prompts, and for so many times', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([{ scenario: 'refuse', prompt: 'storm', times: 1 }])
    const codes: number[] = []
    for (const prompt of ['calm', 'a storm', 'a storm'])
      codes.push((await readEnvelope(await simulator.submit({ prompt }))).code)
    expect(codes).toEqual([0, 400017, 0])
  })

  test('stands beside rules that are spelled out, and a name that nobody knows is said', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([
      { on: 'submit', times: 1, do: { kind: 'answer', status: 503 } },
      { scenario: 'busy-rate' },
    ])
    expect([(await simulator.submit()).status, (await simulator.submit()).status]).toEqual([
      503, 429,
    ])
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify([{ scenario: 'explode' }])
    const refused = await simulator.call('/_simulator/scenarios', { method: 'PUT', headers, body })
    expect(refused.status).toBe(400)
    expect((await readEnvelope(refused)).message).toContain('explode is none of refuse,')
    expect((await simulator.submit()).status).toBe(429)
  })
})

test('the documentation tells of each scenario, and of no other', async () => {
  const file = path.resolve(import.meta.dirname, '../../../docs/simulator.md')
  const [, table = ''] = (await readFile(file, 'utf8')).split('## How it misbehaves')
  const rows = table.matchAll(/^\| `([\w-]+)` +\|/gm)
  const told = Array.from(rows, ([, name]) => name)
  expect(told.toSorted()).toEqual(Object.keys(NAMED_SCENARIOS).toSorted())
})
