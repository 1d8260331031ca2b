import { describe, expect, test } from 'vitest'
import { readLedger } from '../ledger'
import { readEnvelope, startTestSimulator } from '../test-harness'
import type { ScenarioRule } from './behaviours'

type SubmitRule = Extract<ScenarioRule, { on: 'submit' }>

async function told(behaviour: SubmitRule['do'], more: Partial<SubmitRule> = {}) {
  const simulator = await startTestSimulator()
  const rule: ScenarioRule = { on: 'submit', do: behaviour, ...more }
  expect((await simulator.scenarios([rule])).status).toBe(200)
  return simulator
}

describe('an answer in place of the true one', () => {
  test('429 with Retry-After: nothing is accepted, the attempt is in the ledger', async () => {
    const simulator = await told({
      kind: 'answer',
      status: 429,
      headers: { 'Retry-After': '7' },
      json: { code: 500044, data: null, message: 'busy' },
    })
    const response = await simulator.submit()
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({ code: 500044, data: null, message: 'busy' })
    expect(await readLedger(simulator.data)).toMatchObject([
      { accepted: false, code: null, task_id: null, body: { model: 'aisphere-v4.5' } },
    ])
  })

  test('the other form of an error, HTML, garbage, bytes, nothing, a redirect', async () => {
    const simulator = await startTestSimulator()
    const error = { type: 'billing', code: 'insufficient_credit', message: 'no credit' }
    const html = { contentType: 'text/html', text: '<html>sorry</html>' }
    await simulator.scenarios([
      { on: 'submit', times: 1, do: { kind: 'answer', status: 402, json: { error } } },
      { on: 'submit', times: 1, do: { kind: 'answer', status: 502, ...html } },
      { on: 'submit', times: 1, do: { kind: 'answer', status: 200, text: '{"code":0,' } },
      { on: 'submit', times: 1, do: { kind: 'answer', status: 200, base64: 'AAEC/w==' } },
      { on: 'submit', times: 1, do: { kind: 'answer', status: 200 } },
      { on: 'submit', times: 1, do: { kind: 'answer', status: 307, headers: { location: '/x' } } },
    ])
    const answers: unknown[] = []
    for (let index = 0; index < 6; index++) {
      const response = await simulator.submit()
      const type = response.headers.get('content-type')
      answers.push([
        response.status,
        type,
        Buffer.from(await response.arrayBuffer()).toString('hex'),
      ])
    }
    const hex = (text: string) => Buffer.from(text).toString('hex')
    expect(answers).toEqual([
      [402, 'application/json; charset=utf-8', hex(JSON.stringify({ error }))],
      [502, 'text/html', hex('<html>sorry</html>')],
      [200, 'text/plain; charset=utf-8', hex('{"code":0,')],
      [200, 'application/octet-stream', '000102ff'],
      [200, 'text/plain; charset=utf-8', ''],
      [307, 'text/plain; charset=utf-8', ''],
    ])
    expect((await simulator.submit()).status).toBe(200)
  })

  test('a very long one, which stays JSON', async () => {
    const simulator = await told({
      kind: 'answer',
      status: 200,
      json: { a: 1 },
      padBytes: 1_000_000,
    })
    const response = await simulator.submit()
    const text = await response.text()
    expect(response.headers.get('content-length')).toBe(String(1_000_007))
    expect([text.length, JSON.parse(text)]).toEqual([1_000_007, { a: 1 }])
  })
})

describe('accepted, whatever the client hears', () => {
  test('another answer', async () => {
    const simulator = await told({ kind: 'accept-then-answer', status: 502, text: 'bad gateway' })
    const response = await simulator.submit()
    expect([response.status, await response.text()]).toEqual([502, 'bad gateway'])
    const [line] = await readLedger(simulator.data)
    expect(line).toMatchObject({ accepted: true, code: 0 })
    expect((await simulator.succeeded(line?.task_id ?? '')).urls).toHaveLength(1)
  })

  test('a connection that is cut', async () => {
    const simulator = await told({ kind: 'accept-then-cut' })
    await expect(simulator.submit()).rejects.toThrow()
    expect(await readLedger(simulator.data)).toMatchObject([{ accepted: true }])
  })

  test('nothing, ever', async () => {
    const simulator = await told({ kind: 'accept-then-hang' })
    const submitted = simulator.submit().catch(() => 'dropped')
    await expect.poll(() => readLedger(simulator.data)).toMatchObject([{ accepted: true }])
    await simulator.close()
    expect(await submitted).toBe('dropped')
  })

  test('but what the page forbids is refused all the same', async () => {
    for (const behaviour of [
      { kind: 'accept-then-answer', status: 502 },
      { kind: 'accept-then-cut' },
      { kind: 'accept-then-hang' },
    ] as const) {
      const simulator = await told(behaviour)
      const response = await simulator.submit({ duration: 6 })
      expect(await readEnvelope(response)).toMatchObject({ code: 400017 })
      expect(await readLedger(simulator.data)).toMatchObject([{ accepted: false }])
    }
  })
})

describe('not accepted', () => {
  test('a connection that is cut once the request was read', async () => {
    const simulator = await told({ kind: 'cut' })
    await expect(simulator.submit()).rejects.toThrow()
    expect(await readLedger(simulator.data)).toMatchObject([
      { accepted: false, body: { _action: 'i2v' } },
    ])
  })

  test('never an answer', async () => {
    const simulator = await told({ kind: 'hang' })
    const submitted = simulator.submit().catch(() => 'dropped')
    await expect.poll(() => readLedger(simulator.data)).toMatchObject([{ accepted: false }])
    await simulator.close()
    expect(await submitted).toBe('dropped')
  })
})

describe('the true answer, badly sent', () => {
  test.each([false, true])('slowly, with its head slow: %s', async (head) => {
    const simulator = await told({ kind: 'slow', bytesPerSecond: 2000, head })
    const started = performance.now()
    const response = await simulator.submit()
    const headAfter = performance.now() - started
    expect(await readEnvelope(response)).toMatchObject({ code: 0 })
    const whole = performance.now() - started
    expect(whole).toBeGreaterThan(100)
    if (head) expect(headAfter).toBeGreaterThan(50)
    expect(await readLedger(simulator.data)).toMatchObject([{ accepted: true }])
  })

  test('in part', async () => {
    const simulator = await told({ kind: 'truncate', bytes: 20 })
    const response = await simulator.submit()
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(200)
    await expect(response.text()).rejects.toThrow()
  })
})

describe('which requests a rule is for', () => {
  test('those whose prompt holds its words, so many times', async () => {
    const simulator = await told({ kind: 'answer', status: 503 }, { prompt: 'storm', times: 2 })
    const statuses: number[] = []
    for (const prompt of ['calm', 'a storm', 'stormy', 'storm again']) {
      statuses.push((await simulator.submit({ prompt })).status)
    }
    expect(statuses).toEqual([200, 503, 503, 200])
    const listed = await simulator.call('/_simulator/scenarios')
    expect(await listed.json()).toMatchObject([
      { on: 'submit', prompt: 'storm', times: 2, fired: 2 },
    ])
  })

  test('the first that fits, and none that comes with a wrong key', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([
      { on: 'submit', times: 1, do: { kind: 'answer', status: 501 } },
      { on: 'submit', do: { kind: 'answer', status: 503 } },
    ])
    const init = { method: 'POST', headers: { authorization: 'Bearer sk-other' } }
    expect((await simulator.call('/api/v1/video/generation', init)).status).toBe(401)
    expect((await simulator.submit()).status).toBe(501)
    expect((await simulator.submit()).status).toBe(503)
  })
})
