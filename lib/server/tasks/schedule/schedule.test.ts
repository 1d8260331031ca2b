import { describe, expect, it } from 'vitest'
import { parseContract } from '../../upstream/contract'
import { learn } from './asking-times'
import { chooseLives } from './choose-lives'

const contract = parseContract()
/** Seen by questions that were six seconds apart. */
const seenAt = (seconds: number) => ({ fromMs: (seconds - 6) * 1000, untilMs: seconds * 1000 })
/** A crowd around 100 seconds. */
const CROWD = Array.from({ length: 60 }, (_, index) => seenAt(85 + (index % 31)))

describe('before anything is learnt', () => {
  it('asks as the contract says', () => {
    const { gapAfter } = learn([seenAt(100), seenAt(110)], contract)
    expect([0, 10_000, 4 * 60_000, 40 * 60_000].map(gapAfter)).toEqual([
      8000, 6000, 12_000, 300_000,
    ])
  })

  it('expects what the contract expects, and says nothing once that is over', () => {
    const { rangeAt, isOwn } = learn([], contract)
    expect(isOwn).toBe(false)
    expect(rangeAt(0)).toEqual({ fromMs: 60_000, untilMs: 300_000 })
    expect(rangeAt(200_000)).toEqual({ fromMs: 200_000, untilMs: 300_000 })
    expect(rangeAt(300_000)).toBeNull()
  })
})

describe('what was learnt', () => {
  const { gapAfter, rangeAt } = learn(CROWD, contract)

  it('is asked for where the end is near, seldom before', () => {
    expect(gapAfter(0)).toBeGreaterThan(40_000)
    expect(gapAfter(95_000)).toBeLessThan(4000)
    expect(gapAfter(30_000)).toBeGreaterThan(gapAfter(70_000))
  })

  it('is never asked more often than once a second, and late as the contract says', () => {
    const ages = Array.from({ length: 400 }, (_, index) => index * 500)
    expect(Math.min(...ages.map(gapAfter))).toBeGreaterThanOrEqual(1000)
    const quick = learn(
      CROWD.map(({ untilMs }) => ({ fromMs: 0, untilMs: untilMs / 100 })),
      contract,
    )
    expect(Math.min(...ages.map(quick.gapAfter))).toBe(1000)
    expect(gapAfter(10 * 60_000)).toBeLessThanOrEqual(12_000)
    expect(gapAfter(2 * 3_600_000)).toBeLessThanOrEqual(300_000)
  })

  it('leaves no gap in which a change would go unseen', () => {
    const ages = Array.from({ length: 100 }, (_, index) => index * 1000)
    expect(Math.max(...ages.map(gapAfter))).toBeLessThan(60_000)
  })

  it('gives the range in which nine of ten end, and what is left of it for one that is under way', () => {
    const whole = rangeAt(0)
    expect(whole?.fromMs).toBeGreaterThan(70_000)
    expect(whole?.fromMs).toBeLessThan(90_000)
    expect(whole?.untilMs).toBeGreaterThan(110_000)
    expect(whole?.untilMs).toBeLessThan(150_000)
    const late = rangeAt(105_000)
    expect(late?.fromMs).toBeGreaterThanOrEqual(105_000)
    expect(late?.untilMs).toBeGreaterThan(whole?.untilMs ?? 0)
    expect(rangeAt(20 * 3_600_000)).toBeNull()
  })

  it('finds two crowds and the quiet between them', () => {
    const two = CROWD.flatMap((life, index) =>
      index % 2 === 0 ? [life] : [{ fromMs: life.fromMs * 4, untilMs: life.untilMs * 4 }],
    )
    const asked = learn(two, contract).gapAfter
    expect(asked(180_000)).toBeGreaterThan(2 * asked(100_000))
    expect(asked(180_000)).toBeGreaterThan(2 * asked(390_000))
  })
})

describe('the lives that are learnt from', () => {
  const kind = { model: 'aisphere-v5', seconds: 5, resolution: '540p' }
  const rows = (count: number, more: Partial<typeof kind> = {}) =>
    Array.from({ length: count }, () => ({ ...kind, ...more, ...seenAt(100) }))

  it('are those of clips just like it, where there are enough', () => {
    const some = [...rows(8), ...rows(30, { resolution: '1080p' })]
    expect(chooseLives(some, kind)).toHaveLength(8)
  })

  it('else of a wider group, at last of all', () => {
    expect(chooseLives([...rows(7), ...rows(5, { seconds: 8 })], kind)).toHaveLength(12)
    expect(chooseLives([...rows(2), ...rows(9, { resolution: '1080p' })], kind)).toHaveLength(11)
    expect(chooseLives([...rows(1), ...rows(3, { model: 'aisphere-v4' })], kind)).toHaveLength(4)
  })

  it('are the newest two hundred', () => {
    expect(chooseLives(rows(300), kind)).toHaveLength(200)
  })
})
