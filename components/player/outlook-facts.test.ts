import { expect, test } from 'vitest'
import { aQueue, aTask } from '@/lib/client/test-builders'
import type { Outlook, TaskOnWire } from '@/lib/shared/wire'
import { readOutlook } from './outlook-facts'

const NOW = Date.parse('2026-03-01T10:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const PAUSED = { reason: 'no_balance', message: 'No.', since: at(-5) } as const
const outlook = (more: Partial<Outlook> = {}): Outlook => ({
  place: null,
  nextAt: null,
  readyFrom: null,
  readyUntil: null,
  basis: 'history',
  ...more,
})
const read = (task: Partial<TaskOnWire>, queue = aQueue(), now: number | null = NOW) =>
  readOutlook({ task: aTask(task), queue, now })

const queued = (more: Partial<TaskOnWire> = {}) => ({ status: 'queued' as const, ...more })
const busy = { code: 'gateway_busy', message: 'Busy.' }

test.each<[string, ReturnType<typeof read>, object | null]>([
  [
    'the paused queue, before all else',
    read(queued({ outlook: outlook({ place: 3 }) }), aQueue({ paused: PAUSED, diskFull: true })),
    { kind: 'paused' },
  ],
  ['the disk', read(queued(), aQueue({ diskFull: true })), { kind: 'diskFull' }],
  ['its turn', read(queued({ outlook: outlook({ place: 3 }) })), { kind: 'place', place: 3 }],
  [
    'its batch, which is paused',
    read(queued({ outlook: outlook(), batchId: 'b' })),
    { kind: 'batchPaused' },
  ],
  ['something, without figures', read(queued()), { kind: 'queued' }],
  [
    'a busy gateway, until then',
    read(queued({ error: busy, outlook: outlook({ place: 1, nextAt: at(2) }) })),
    { kind: 'sendsAt', at: NOW + 120_000 },
  ],
  [
    'its turn, once the gateway was busy long enough',
    read(queued({ error: busy, outlook: outlook({ place: 1, nextAt: at(-1) }) })),
    { kind: 'place', place: 1 },
  ],
])('in the queue it waits for %s', (_, facts, expected) => {
  expect(facts).toEqual(expected)
})

const range = outlook({ readyFrom: at(3), readyUntil: at(6) })
const running = (sentMinutesAgo: number, now: number | null = NOW) =>
  read({ submittedAt: at(-sentMinutesAgo), outlook: range }, aQueue(), now)

test('at work it has a range, is due any moment, and is then overdue', () => {
  const told = { kind: 'between', from: NOW + 180_000, until: NOW + 360_000 }
  expect(running(1)).toEqual(told)
  expect(running(1, null), 'while hydrating').toEqual(told)
  expect(running(1, NOW + 200_000)).toEqual({ kind: 'anyMoment' })
  expect(running(1, NOW + 400_000)).toEqual({ kind: 'overdue' })
})

test('after ten minutes it is slow, whatever was expected', () => {
  expect(running(9.9)?.kind).toBe('between')
  expect(running(10)?.kind).toBe('slow')
})

test('without clips of its own the studio says what is usual', () => {
  expect(read({ outlook: outlook({ ...range, basis: 'assumption' }) })).toEqual({ kind: 'usually' })
  expect(read({ outlook: null })).toEqual({ kind: 'usually' })
})

test('while it is fetched, how long the link lives is known once the time is', () => {
  const task = { status: 'archiving', linkExpiresAt: at(54) } as const
  expect(read(task)).toEqual({ kind: 'fetching', linkLivesMs: 54 * 60_000 })
  expect(read(task, aQueue(), null)).toEqual({ kind: 'fetching', linkLivesMs: null })
  expect(read({ status: 'archiving' })).toEqual({ kind: 'fetching', linkLivesMs: null })
})

test.each(['succeeded', 'failed', 'unconfirmed', 'canceled'] as const)('%s has none', (status) => {
  expect(read({ status })).toBeNull()
})
