import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { KEY, startTestSimulator, type TestSimulator } from '../test-harness'

const SCENARIOS = '/_simulator/scenarios'

describe('scenarios', () => {
  test('are replaced, listed and cleared', async () => {
    const simulator = await startTestSimulator()
    const list = async () => (await simulator.call(SCENARIOS)).json()
    expect(await list()).toEqual([])
    await simulator.scenarios([{ on: 'query', do: { kind: 'forget' } }])
    await simulator.scenarios([{ on: 'clip', do: { kind: 'slow', bytesPerSecond: 1 } }])
    expect(await list()).toEqual([
      { on: 'clip', do: { kind: 'slow', bytesPerSecond: 1, head: false }, fired: 0 },
    ])
    expect((await simulator.call(SCENARIOS, { method: 'DELETE' })).status).toBe(200)
    expect(await list()).toEqual([])
  })

  test.each([
    ['no list', { on: 'submit', do: { kind: 'cut' } }],
    ['an unknown kind', [{ on: 'submit', do: { kind: 'explode' } }]],
    ['a kind that belongs elsewhere', [{ on: 'clip', do: { kind: 'fail', message: 'x' } }]],
    ['an unknown field', [{ on: 'submit', do: { kind: 'cut' }, chance: 1 }]],
    ['a status that is none', [{ on: 'submit', do: { kind: 'answer', status: 99 } }]],
    ['two bodies', [{ on: 'submit', do: { kind: 'answer', status: 200, text: 'a', json: 1 } }]],
    [
      'a header that splits',
      [{ on: 'submit', do: { kind: 'answer', status: 200, headers: { a: 'b\r\nc: d' } } }],
    ],
    ['no times', [{ on: 'submit', times: 0, do: { kind: 'cut' } }]],
  ])('are refused as a whole when one is wrong: %s', async (_name, rules) => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([{ on: 'query', do: { kind: 'forget' } }])
    const response = await simulator.call(SCENARIOS, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rules),
    })
    expect(response.status).toBe(400)
    expect(await (await simulator.call(SCENARIOS)).json()).toHaveLength(1)
  })

  test.each([
    ['GET', SCENARIOS],
    ['PUT', SCENARIOS],
    ['DELETE', SCENARIOS],
    ['GET', '/_simulator/requests'],
  ])('%s %s needs the key', async (method, path) => {
    const simulator = await startTestSimulator()
    const headers = { authorization: 'Bearer sk-other' }
    expect((await simulator.call(path, { method, headers })).status).toBe(401)
  })
})

describe('requests', () => {
  const linesSchema = z.array(
    z.strictObject({
      at: z.iso.datetime(),
      method: z.string(),
      path: z.string(),
      headers: z.record(z.string(), z.unknown()),
      status: z.number().nullable(),
    }),
  )
  const requests = async (simulator: TestSimulator) =>
    linesSchema.parse(await (await simulator.call('/_simulator/requests')).json())

  test('are kept with what was answered, without the key and without these routes', async () => {
    const simulator = await startTestSimulator()
    await simulator.accepted()
    await simulator.call('/api/v1/video/task/made-up?x=1', { headers: { 'x-mine': 'yes' } })
    await simulator.call('/healthz')
    const lines = await requests(simulator)
    expect(lines.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/api/v1/video/generation', 200],
      ['GET', '/api/v1/video/task/made-up?x=1', 404],
    ])
    expect(lines[1]?.headers).toMatchObject({ 'x-mine': 'yes' })
    expect(JSON.stringify(lines)).not.toContain(KEY)
  })

  test('have no status when nothing was answered', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([{ on: 'submit', do: { kind: 'cut' } }])
    await expect(simulator.submit()).rejects.toThrow()
    expect(await requests(simulator)).toMatchObject([{ method: 'POST', status: null }])
  })

  test('are the last thousand', async () => {
    const simulator = await startTestSimulator()
    for (let done = 0; done < 1010; done += 101) {
      await Promise.all(
        Array.from({ length: 101 }, async (_, index) =>
          (await simulator.call(`/number-${done + index}`)).arrayBuffer(),
        ),
      )
    }
    const lines = await requests(simulator)
    expect(lines).toHaveLength(1000)
    expect(lines.some(({ path }) => path === '/number-0')).toBe(false)
  })
})
