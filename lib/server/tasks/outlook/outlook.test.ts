import { describe, expect, it } from 'vitest'
import { parseContract } from '../../upstream/contract'
import { outlookOf, type OutlookRow, type QueueFacts } from './outlook'
import { learn } from '../schedule/asking-times'

const now = new Date('2026-02-01T00:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const iso = (seconds: number) => at(seconds).toISOString()
/** Nine of ten from one to five minutes. */
const learnt = learn([], parseContract())
const queue: QueueFacts = {
  now,
  isPaused: false,
  waits: { submit: null, query: null },
  concurrency: 5,
  taken: 5,
}
const look = (
  row: Partial<OutlookRow>,
  place: number | null = null,
  facts: Partial<QueueFacts> = {},
) =>
  outlookOf(
    { status: 'queued', dueAt: at(-10), submittedAt: null, ...row },
    { place, learnt, queue: { ...queue, ...facts } },
  )
const secondsTo = (moment: string | null | undefined) => (Date.parse(moment ?? '') - +now) / 1000

describe('a task that waits', () => {
  it('is told its place and when it will likely be there, its turn included', () => {
    const [first, sixth] = [look({}, 1), look({}, 6)]
    expect(first).toMatchObject({ place: 1, nextAt: null, basis: 'assumption' })
    // A place is free every 134 seconds / 5.
    expect(secondsTo(first?.readyFrom)).toBeCloseTo(60 + 0.8 * 26.8, 0)
    expect(secondsTo(first?.readyUntil)).toBeCloseTo(300 + 1.25 * 26.8, 0)
    expect(secondsTo(sixth?.readyUntil)).toBeCloseTo(300 + 1.25 * 6 * 26.8, 0)
  })

  it('goes next where a place is free, or when the gateway has been waited for', () => {
    expect(look({}, 2, { taken: 3 })).toMatchObject({ nextAt: iso(0), readyFrom: iso(60) })
    const waits = { submit: at(40), query: null }
    expect(look({}, 1, { taken: 0, waits })).toMatchObject({
      nextAt: iso(40),
      readyUntil: iso(340),
    })
    expect(look({ dueAt: at(50) }, 1, { taken: 0, waits })?.nextAt).toBe(iso(50))
  })

  it('has a place but no time while the queue is paused, and neither while its batch is', () => {
    const nothing = { nextAt: null, readyFrom: null, readyUntil: null }
    expect(look({}, 3, { isPaused: true })).toMatchObject({ place: 3, ...nothing })
    expect(look({}, null)).toMatchObject({ place: null, ...nothing })
  })
})

describe('a task that is under way', () => {
  it('is told when it is asked for next and what is left of the range', () => {
    const row = { status: 'running', submittedAt: at(-100), dueAt: at(6) } as const
    expect(look(row)).toMatchObject({
      place: null,
      nextAt: iso(6),
      readyFrom: iso(0),
      readyUntil: iso(200),
    })
    const waits = { submit: null, query: at(30) }
    expect(look(row, null, { waits })?.nextAt).toBe(iso(30))
  })

  it('is told no range once it takes longer than any', () => {
    const row = { status: 'running', submittedAt: at(-400), dueAt: at(-1) } as const
    expect(look(row)).toMatchObject({ nextAt: iso(0), readyFrom: null, readyUntil: null })
  })

  it('is being sent, or fetched', () => {
    expect(look({ status: 'submitting' })).toMatchObject({ nextAt: null, readyFrom: iso(60) })
    expect(look({ status: 'archiving', dueAt: at(2) })).toMatchObject({ nextAt: iso(2) })
  })

  it('says whose figures they are', () => {
    const lives = Array.from({ length: 9 }, () => ({ fromMs: 90_000, untilMs: 96_000 }))
    const row = { status: 'running', submittedAt: now, dueAt: now } as const
    const own = outlookOf(row, { place: null, learnt: learn(lives, parseContract()), queue })
    expect(own?.basis).toBe('history')
    expect(secondsTo(own?.readyUntil)).toBeLessThan(200)
  })
})

it('is nothing where nothing happens by itself', () => {
  for (const status of ['succeeded', 'failed', 'unconfirmed', 'canceled'] as const)
    expect(look({ status })).toBeNull()
})
