// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { ApiError, ConnectionError, request } from './api'
import { anImage } from './test-builders'
import { anError, startTestStudio } from './test-studio'

afterEach(() => void vi.useRealTimers())

const ROUTE = 'POST /api/images'
const BYTES = 300_000

function send(options: { signal?: AbortSignal; onProgress?: (share: number) => void } = {}) {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(BYTES)], 'a.png'))
  const { signal, onProgress = () => {} } = options
  return request({
    path: '/api/images',
    method: 'POST',
    body,
    signal,
    onProgress,
    schema: (schemas) => schemas.imageSchema,
  })
}

test('an upload says how far it is, up to the end, and its answer is read', async () => {
  const studio = await startTestStudio({ [ROUTE]: () => ({ status: 201, json: anImage() }) })
  const shares: number[] = []
  expect(await send({ onProgress: (share) => shares.push(share) })).toEqual(anImage())
  expect(shares.at(-1)).toBe(1)
  expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0))).toBe(true)
  expect(studio.asked(ROUTE)[0]?.body.length).toBeGreaterThan(BYTES)
})

test('a refusal is the error it was on the server', async () => {
  const refusal = anError('picture_gif', 'No GIF.')
  await startTestStudio({ [ROUTE]: () => ({ status: 422, json: refusal }) })
  const error = await send().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'picture_gif', sentence: 'No GIF.' })
})

test('a connection that breaks off is said as such', async () => {
  await startTestStudio({ [ROUTE]: () => null })
  await expect(send()).rejects.toBeInstanceOf(ConnectionError)
})

test('what is cancelled ends with the reason, before or on the way', async () => {
  const studio = await startTestStudio({ [ROUTE]: () => new Promise(() => {}) })
  const abort = new AbortController()
  const sent = send({ signal: abort.signal })
  await vi.waitFor(() => expect(studio.asked(ROUTE)).toHaveLength(1))
  abort.abort(new Error('enough'))
  await expect(sent).rejects.toThrow('enough')
  await expect(send({ signal: abort.signal })).rejects.toThrow('enough')
  expect(studio.asked(ROUTE)).toHaveLength(1)
})

test('an upload that stands still counts as broken off after a minute, not before', async () => {
  const studio = await startTestStudio({ [ROUTE]: () => new Promise(() => {}) })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let error: unknown = null
  const sent = send().catch((reason: unknown) => (error = reason))
  while (studio.asked(ROUTE).length === 0) await new Promise((resolve) => setImmediate(resolve))
  vi.advanceTimersByTime(59_000)
  await new Promise((resolve) => setImmediate(resolve))
  expect(error).toBeNull()
  vi.advanceTimersByTime(1_000)
  await sent
  expect(error).toBeInstanceOf(ConnectionError)
})
