import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { CLIP, GENERATION, readEnvelope, startTestSimulator } from '../test-harness'

const MADE_UP = '01a2044b-dd07-705d-84f4-8c96a1bbe598'

describe('the life of a task', () => {
  test('queued, then processing, then succeeded with a link and what it used', async () => {
    const simulator = await startTestSimulator({ queuedMs: 1000, processingMs: 3000 })
    const id = await simulator.accepted({ duration: 8, resolution: '360p' })
    const nothing = { images: 0, seconds: 0, input_tokens: 0, output_tokens: 0, total_tokens: 0 }
    const open = { urls: [], usage: nothing, expired: '', task_id: id }
    expect((await simulator.query(id)).data).toEqual({ ...open, task_status: 'queued' })
    simulator.clock.now += 1000
    expect((await simulator.query(id)).data).toEqual({ ...open, task_status: 'processing' })
    simulator.clock.now += 2999
    expect((await simulator.query(id)).data).toEqual({ ...open, task_status: 'processing' })
    const done = await simulator.succeeded(id)
    expect(done).toEqual({
      urls: [expect.stringMatching(`^${simulator.url}/clips/${id}/[0-9a-f-]+\\.mp4\\?expires=`)],
      usage: {
        images: 1,
        seconds: 8,
        input_tokens: 265,
        output_tokens: 24300,
        total_tokens: 24565,
      },
      expired: String(Math.ceil((simulator.clock.now + 3_600_000) / 1000)),
      task_id: id,
      task_status: 'succeeded',
    })
  })

  test('it does not succeed before the clip is rendered', async () => {
    const closed = new AbortController()
    const finished = once(closed.signal, 'abort')
    const render = async () => (await finished, CLIP)
    const renderer = { render, close: async () => closed.abort() }
    const simulator = await startTestSimulator({ renderer })
    const id = await simulator.accepted()
    simulator.clock.now += 3_600_000
    expect((await simulator.query(id)).data?.task_status).toBe('processing')
    closed.abort()
    expect((await simulator.succeeded(id)).urls).toHaveLength(1)
  })

  test('it fails, in words, when the clip cannot be rendered', async () => {
    const errors: unknown[] = []
    const renderer = {
      render: () => Promise.reject(new Error('no colours left')),
      close: async () => undefined,
    }
    const onError = (error: unknown) => errors.push(error)
    const simulator = await startTestSimulator({ renderer, onError })
    const id = await simulator.accepted()
    expect(await simulator.ended(id)).toMatchObject({
      code: 0,
      data: { task_status: 'failed', urls: [] },
      message: 'the clip could not be generated: no colours left',
    })
    expect(errors).toEqual([new Error('no colours left')])
  })
})

describe('links', () => {
  test('every query gives a fresh one, which ends later', async () => {
    const simulator = await startTestSimulator({ linkMs: 10_000 })
    const id = await simulator.accepted()
    const first = await simulator.succeeded(id)
    simulator.clock.now += 5000
    const second = await simulator.succeeded(id)
    expect(second.urls).not.toEqual(first.urls)
    expect(Number(second.expired) - Number(first.expired)).toBe(65)
  })
})

describe('the three forms', () => {
  const paths = (id: string) => ({
    task: `/api/v1/video/task/${id}`,
    generation: `${GENERATION}/${id}`,
    parameter: `${GENERATION}?task_id=${id}`,
  })

  test.each(['task', 'generation', 'parameter'] as const)('only %s exists', async (queryForm) => {
    const simulator = await startTestSimulator({ queryForm })
    const id = await simulator.accepted()
    for (const [form, path] of Object.entries(paths(id))) {
      const response = await simulator.call(path)
      if (form === queryForm) {
        expect(response.status).toBe(200)
        expect((await readEnvelope(response)).data?.task_id).toBe(id)
      } else {
        expect(response.status).toBe(404)
        expect(response.headers.get('content-type')).toBe('text/html')
        expect(await response.text()).toMatch(/^<html>/)
      }
    }
  })

  test.each(['task', 'generation', 'parameter'] as const)(
    'an id that nobody was given, as %s',
    async (queryForm) => {
      const simulator = await startTestSimulator({ queryForm })
      const response = await simulator.call(paths(MADE_UP)[queryForm])
      expect(response.status).toBe(404)
      expect(await readEnvelope(response)).toEqual({
        code: 400404,
        data: null,
        message: 'task not found',
        request_id: expect.any(String),
      })
    },
  )

  test('a wrong key', async () => {
    const simulator = await startTestSimulator()
    const id = await simulator.accepted()
    const headers = { authorization: 'Bearer sk-other' }
    const response = await simulator.call(`/api/v1/video/task/${id}`, { headers })
    expect(response.status).toBe(401)
    expect(await readEnvelope(response)).toMatchObject({ code: 400401, data: null })
  })
})

describe('everything else', () => {
  test.each([
    ['GET', '/'],
    ['GET', GENERATION],
    ['PUT', GENERATION],
    ['POST', '/api/v1/video/task/x'],
    ['GET', '/api/v1/video/task/'],
    ['GET', '/api/v1/video/task/x/y'],
    ['GET', '/_simulator/nothing'],
  ])('%s %s: 404 as from a gateway', async (method, path) => {
    const simulator = await startTestSimulator()
    const response = await simulator.call(path, { method })
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(/^<html>/)
  })

  test('healthz says that it is up, without a key', async () => {
    const simulator = await startTestSimulator()
    const response = await fetch(`${simulator.url}/healthz`)
    expect(response.status).toBe(200)
  })
})
