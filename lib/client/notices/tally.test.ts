import { expect, test } from 'vitest'
import { createTally } from './tally'

test('what ends is counted once, and what is new too', () => {
  const tally = createTally()
  tally.reset(['a', 'b'], 2)
  expect(tally.hear({ id: 'a', status: 'archiving' })).toBe(false)
  expect(tally.hear({ id: 'a', status: 'succeeded' })).toBe(true)
  expect(tally.hear({ id: 'a', status: 'succeeded' }), 'deleted').toBe(false)
  expect(tally.inFlight()).toBe(1)
  tally.hear({ id: 'c', status: 'queued' })
  expect(tally.inFlight()).toBe(2)
})

test('of a batch that is larger than the list all are counted', () => {
  const tally = createTally()
  tally.reset(['z'], 4)
  for (const id of ['a', 'b']) {
    tally.hear({ id, status: 'submitting' })
    tally.hear({ id, status: 'queued' }) // the gateway was busy
    tally.hear({ id, status: 'submitting' })
  }
  expect(tally.inFlight()).toBe(4)
  expect(tally.hear({ id: 'y', status: 'failed' }), 'was at work before').toBe(true)
  for (const id of ['a', 'b', 'z']) expect(tally.hear({ id, status: 'succeeded' })).toBe(true)
  expect(tally.inFlight()).toBe(0)
  expect(tally.hear({ id: 'old', status: 'succeeded' }), 'brought back').toBe(false)
})

test('an end that is heard after the page has seen it is still one', () => {
  const tally = createTally()
  tally.note(['a'])
  tally.note([])
  expect(tally.hear({ id: 'a', status: 'unconfirmed' })).toBe(true)
})
