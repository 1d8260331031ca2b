import { describe, expect, test } from 'vitest'
import { readEnvelope, startTestSimulator, type TestSimulator } from '../test-harness'
import type { ScenarioRule } from './behaviours'

type QueryRule = Extract<ScenarioRule, { on: 'query' }>

/** A task that has succeeded, before it is asked about in the way of the rule. */
async function succeededTask(
  behaviour: QueryRule['do'],
  more: Partial<QueryRule> = {},
): Promise<{ simulator: TestSimulator; id: string }> {
  const simulator = await startTestSimulator()
  const id = await simulator.accepted()
  await simulator.succeeded(id)
  await simulator.scenarios([{ on: 'query', do: behaviour, ...more }])
  return { simulator, id }
}

async function linkFrom(simulator: TestSimulator, id: string): Promise<string> {
  return (await simulator.query(id)).data?.urls[0] ?? ''
}

describe('what the gateway says', () => {
  test('another answer, such as a key that is refused in the middle', async () => {
    const error = { type: 'auth', code: 'invalid_key', message: 'who are you?' }
    const { simulator, id } = await succeededTask({ kind: 'answer', status: 401, json: { error } })
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect([response.status, await response.json()]).toEqual([401, { error }])
  })

  test('failed, with words and a code', async () => {
    const { simulator, id } = await succeededTask({
      kind: 'fail',
      message: 'refused',
      code: 500054,
    })
    expect(await simulator.query(id)).toMatchObject({
      code: 500054,
      message: 'refused',
      data: { task_status: 'failed', urls: [], expired: '', task_id: id },
    })
    await simulator.scenarios([{ on: 'query', do: { kind: 'fail', message: 'broken' } }])
    expect(await simulator.query(id)).toMatchObject({ code: 0, message: 'broken' })
  })

  test('an unknown word, then the truth again', async () => {
    const { simulator, id } = await succeededTask(
      { kind: 'status', word: 'dreaming' },
      { times: 2 },
    )
    const words: (string | undefined)[] = []
    for (let index = 0; index < 3; index++)
      words.push((await simulator.query(id)).data?.task_status)
    expect(words).toEqual(['dreaming', 'dreaming', 'succeeded'])
  })

  test('another word for success, but not before there is one', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([
      { on: 'query', times: 1, do: { kind: 'status', word: 'Completed' } },
    ])
    const id = await simulator.accepted()
    expect((await simulator.query(id)).data?.task_status).toBe('queued')
    const answer = await simulator.ended(id)
    expect(answer.data).toMatchObject({ task_status: 'Completed', urls: [expect.any(String)] })
  })

  test('success without a link, but not before there is success', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([{ on: 'query', times: 1, do: { kind: 'no-link' } }])
    const id = await simulator.accepted()
    expect((await simulator.query(id)).data?.task_status).toBe('queued')
    expect((await simulator.ended(id)).data).toMatchObject({ task_status: 'succeeded', urls: [] })
    expect((await simulator.query(id)).data?.urls).toHaveLength(1)
  })

  test('that it knows no such task', async () => {
    const { simulator, id } = await succeededTask({ kind: 'forget' }, { times: 1 })
    const response = await simulator.call(`/api/v1/video/task/${id}`)
    expect(response.status).toBe(404)
    expect(await readEnvelope(response)).toMatchObject({ code: 400404, message: 'task not found' })
    expect((await simulator.query(id)).code).toBe(0)
  })

  test('a rule without a prompt is for made-up ids too, one about a task is not', async () => {
    const simulator = await startTestSimulator()
    await simulator.scenarios([
      { on: 'query', do: { kind: 'fail', message: 'x' } },
      { on: 'query', do: { kind: 'answer', status: 503 } },
    ])
    expect((await simulator.call('/api/v1/video/task/made-up')).status).toBe(503)
  })
})

describe('how it says it', () => {
  test('not at all', async () => {
    const { simulator, id } = await succeededTask({ kind: 'cut' }, { times: 1 })
    await expect(simulator.query(id)).rejects.toThrow()
    expect((await simulator.query(id)).code).toBe(0)
  })

  test('never', async () => {
    const { simulator, id } = await succeededTask({ kind: 'hang' })
    const asked = simulator.query(id).catch(() => 'dropped')
    const list = async () => (await simulator.call('/_simulator/scenarios')).json()
    await expect.poll(list).toMatchObject([{ fired: 1 }])
    await simulator.close()
    expect(await asked).toBe('dropped')
  })

  test('slowly, or in part', async () => {
    const { simulator, id } = await succeededTask({ kind: 'slow', bytesPerSecond: 4000 })
    const started = performance.now()
    expect((await simulator.query(id)).data?.task_status).toBe('succeeded')
    expect(performance.now() - started).toBeGreaterThan(50)
    await simulator.scenarios([{ on: 'query', do: { kind: 'truncate', bytes: 10 } }])
    await expect(simulator.query(id)).rejects.toThrow()
  })
})

describe('the link it gives', () => {
  test('is dead, and the next one is not', async () => {
    const { simulator, id } = await succeededTask({ kind: 'dead-link' }, { times: 1 })
    const dead = await linkFrom(simulator, id)
    const fresh = await linkFrom(simulator, id)
    for (let index = 0; index < 3; index++) expect((await fetch(dead)).status).toBe(404)
    expect((await fetch(fresh)).status).toBe(200)
  })

  test('comes to life late', async () => {
    const { simulator, id } = await succeededTask({ kind: 'late-link', times: 2 })
    const link = await linkFrom(simulator, id)
    const statuses: number[] = []
    for (let index = 0; index < 3; index++) statuses.push((await fetch(link)).status)
    expect(statuses).toEqual([404, 404, 200])
  })
})
