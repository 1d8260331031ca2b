import { describe, expect, test } from 'vitest'
import { CLIP, startTestSimulator } from '../test-harness'
import type { SimulatorOptions } from '../start-simulator'
import type { ScenarioRule } from './behaviours'

type ClipRule = Extract<ScenarioRule, { on: 'clip' }>

async function clipLink(
  behaviour: ClipRule['do'],
  more: Partial<ClipRule> = {},
  options: SimulatorOptions = {},
) {
  const simulator = await startTestSimulator(options)
  const link = async () => {
    const { urls } = await simulator.succeeded(await simulator.accepted())
    return urls[0] ?? ''
  }
  await simulator.scenarios([{ on: 'clip', do: behaviour, ...more }])
  return { simulator, link: await link(), another: link }
}

describe('a clip', () => {
  test('is something else: HTML with 200, a redirect, empty', async () => {
    const { simulator, link } = await clipLink({
      kind: 'answer',
      status: 200,
      contentType: 'text/html',
      text: '<html>',
    })
    expect(await (await fetch(link)).text()).toBe('<html>')
    const headers = { location: 'http://127.0.0.1:1/elsewhere' }
    await simulator.scenarios([{ on: 'clip', do: { kind: 'answer', status: 302, headers } }])
    const moved = await fetch(link, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([302, headers.location])
    await simulator.scenarios([{ on: 'clip', do: { kind: 'answer', status: 200 } }])
    expect((await (await fetch(link)).arrayBuffer()).byteLength).toBe(0)
  })

  test('declares 5 GB and goes on sending', async () => {
    const { link } = await clipLink({
      kind: 'answer',
      status: 200,
      contentType: 'video/mp4',
      padBytes: 5e9,
    })
    const leave = new AbortController()
    const response = await fetch(link, { signal: leave.signal })
    expect(response.headers.get('content-length')).toBe('5000000000')
    const first = await response.body?.getReader().read()
    expect(first?.value?.length).toBeGreaterThan(0)
    leave.abort()
  })

  test('declares its whole length and ends early', async () => {
    const { link } = await clipLink({ kind: 'truncate', bytes: 1000 })
    const response = await fetch(link)
    expect(response.headers.get('content-length')).toBe(String(CLIP.length))
    const got: Uint8Array[] = []
    const read = async () => {
      for await (const chunk of response.body ?? []) got.push(chunk)
    }
    await expect(read()).rejects.toThrow()
    expect(Buffer.concat(got)).toEqual(CLIP.subarray(0, 1000))
  })

  test('is cut off before its first byte', async () => {
    const { link } = await clipLink({ kind: 'cut' }, { times: 1 })
    await expect(fetch(link)).rejects.toThrow()
    expect((await fetch(link)).status).toBe(200)
  })

  test('never comes', async () => {
    const { simulator, link } = await clipLink({ kind: 'hang' })
    const asked = fetch(link).catch(() => 'dropped')
    const list = async () => (await simulator.call('/_simulator/scenarios')).json()
    await expect.poll(list).toMatchObject([{ fired: 1 }])
    await simulator.close()
    expect(await asked).toBe('dropped')
  })

  test('comes slowly, and whole', async () => {
    const { link } = await clipLink({ kind: 'slow', bytesPerSecond: 20_000 })
    const started = performance.now()
    expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(CLIP)
    expect(performance.now() - started).toBeGreaterThan(120)
  })

  test('lets the simulator stop when a client left in the middle', async () => {
    const fields = { status: 200, contentType: 'video/mp4', padBytes: 5e9 }
    const { simulator, link } = await clipLink({ kind: 'answer', ...fields })
    const leave = new AbortController()
    const response = await fetch(link, { signal: leave.signal })
    await response.body?.getReader().read()
    leave.abort()
    await simulator.close()
    await expect(fetch(link)).rejects.toThrow()
  })

  test.each<ClipRule['do']>([
    { kind: 'truncate', bytes: 2e7 },
    { kind: 'slow', bytesPerSecond: 1e9 },
  ])('lets it stop, too, when the client had stopped reading: %j', async (behaviour) => {
    const render = async () => Buffer.alloc(3e7)
    const renderer = { render, close: async () => undefined }
    const { simulator, link } = await clipLink(behaviour, {}, { renderer })
    const leave = new AbortController()
    expect((await fetch(link, { signal: leave.signal })).status).toBe(200)
    leave.abort()
    await simulator.close()
    await expect(fetch(link)).rejects.toThrow()
  })

  test('is gone this time', async () => {
    const { link } = await clipLink({ kind: 'dead-link' }, { times: 1 })
    expect([(await fetch(link)).status, (await fetch(link)).status]).toEqual([404, 200])
  })

  test('comes late, each task by itself', async () => {
    const { link, another } = await clipLink({ kind: 'late-link', times: 2 })
    const other = await another()
    const statuses: number[] = []
    for (const one of [link, other, link, link, other, other])
      statuses.push((await fetch(one)).status)
    expect(statuses).toEqual([404, 404, 404, 200, 404, 200])
  })

  test('of another prompt is served as ever', async () => {
    const { link } = await clipLink({ kind: 'cut' }, { prompt: 'storm' })
    expect((await fetch(link)).status).toBe(200)
  })
})
