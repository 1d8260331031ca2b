import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createNap } from './nap'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const never = new AbortController().signal
const HOUR_MS = 3_600_000

it('ends when it is woken, also by what came before it began, and sleeps again after that', async () => {
  const nap = createNap()
  const first = nap.rest(HOUR_MS, never)
  nap.wake()
  await first
  nap.wake()
  await nap.rest(HOUR_MS, never)
  let isOver = false
  const last = nap.rest(HOUR_MS, never).then(() => (isOver = true))
  await Promise.resolve()
  expect(isOver).toBe(false)
  nap.wake()
  await last
})

it('ends with the work', async () => {
  const stopping = new AbortController()
  const resting = createNap().rest(HOUR_MS, stopping.signal)
  stopping.abort()
  await resting
  await createNap().rest(HOUR_MS, stopping.signal)
})
