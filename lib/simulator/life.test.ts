import { expect, test } from 'vitest'
import { lifeOf } from './life'

const settings = { queuedMs: 1000, processingMs: 4000, speed: 1 }
const createdAt = 1_000_000

test.each([
  [0, 'rendered', 'queued'],
  [999, 'failed', 'queued'],
  [1000, 'rendered', 'processing'],
  [1000, 'failed', 'failed'],
  [4999, 'rendered', 'processing'],
  [5000, 'rendered', 'succeeded'],
  [5000, 'waiting', 'processing'],
  [9_000_000, 'waiting', 'processing'],
  [9_000_000, 'failed', 'failed'],
] as const)('after %i ms with the clip %s it is %s', (age, clip, life) => {
  expect(lifeOf({ createdAt, now: createdAt + age, clip, settings })).toBe(life)
})

test('speed divides both times', () => {
  const quick = { ...settings, speed: 20 }
  const at = (age: number) =>
    lifeOf({ createdAt, now: createdAt + age, clip: 'rendered', settings: quick })
  expect([at(49), at(50), at(249), at(250)]).toEqual([
    'queued',
    'processing',
    'processing',
    'succeeded',
  ])
})
