import { describe, expect, test } from 'vitest'
import { CLIP, startTestSimulator, type TestSimulator } from '../test-harness'

async function linkOf(simulator: TestSimulator): Promise<string> {
  const { urls } = await simulator.succeeded(await simulator.accepted())
  return urls[0] ?? ''
}

describe('a clip', () => {
  test('comes whole, without a key', async () => {
    const simulator = await startTestSimulator()
    const response = await fetch(await linkOf(simulator))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('video/mp4')
    expect(response.headers.get('content-length')).toBe(String(CLIP.length))
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CLIP)
  })

  test('tells its size to HEAD', async () => {
    const simulator = await startTestSimulator()
    const response = await fetch(await linkOf(simulator), { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe(String(CLIP.length))
    expect((await response.arrayBuffer()).byteLength).toBe(0)
  })

  test.each([
    ['bytes=0-9', 0, 10],
    ['bytes=2990-', 2990, 3000],
    ['bytes=-5', 2995, 3000],
  ])('comes in part for %s', async (range, start, end) => {
    const simulator = await startTestSimulator()
    const response = await fetch(await linkOf(simulator), { headers: { range } })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/3000`)
    expect(response.headers.get('content-length')).toBe(String(end - start))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CLIP.subarray(start, end))
  })

  test('has nothing beyond its end', async () => {
    const simulator = await startTestSimulator()
    const response = await fetch(await linkOf(simulator), { headers: { range: 'bytes=3000-' } })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */3000')
  })
})

describe('a link', () => {
  test('ends, and a fresh one of the same task goes on', async () => {
    const simulator = await startTestSimulator({ linkMs: 30_000 })
    const id = await simulator.accepted()
    const { urls } = await simulator.succeeded(id)
    const link = urls[0] ?? ''
    simulator.clock.now += 29_999
    expect((await fetch(link)).status).toBe(200)
    simulator.clock.now += 1
    expect((await fetch(link)).status).toBe(403)
    const { urls: fresh } = await simulator.succeeded(id)
    expect((await fetch(fresh[0] ?? '')).status).toBe(200)
  })

  test('that was changed is refused', async () => {
    const simulator = await startTestSimulator()
    const link = new URL(await linkOf(simulator))
    link.searchParams.set('expires', String(Number(link.searchParams.get('expires')) + 1))
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(`${simulator.url}/clips/a/b.mp4`)).status).toBe(403)
    expect((await fetch(`${simulator.url}/clips/..%2f..%2fledger.jsonl`)).status).toBe(403)
  })
})
