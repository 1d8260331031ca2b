import { describe, expect, it } from 'vitest'
import { LINE } from './test-figure'
import { judge } from './verdict'

describe('a figure with a peer', () => {
  const verdictOf = (ours: number) => judge({ ...LINE, ours: [ours], peer: [100] }).verdict

  it('is judged by the ratio of the medians', () => {
    const judged = judge({ ...LINE, ours: [150, 9000, 140], peer: [100, 90, 125] })
    expect(judged).toEqual({ ours: 150, peer: 100, value: 1.5, verdict: 'met' })
  })

  it('meets what it reaches exactly', () => {
    expect(verdictOf(120)).toBe('aim met')
    expect(verdictOf(121)).toBe('met')
    expect(verdictOf(150)).toBe('met')
    expect(verdictOf(151)).toBe('missed')
  })

  it('is judged the other way round where more is better', () => {
    const line = { ...LINE, direction: 'at-least', bar: 0.6, aim: 0.9 } as const
    const verdicts = [59, 60, 89, 90].map(
      (ours) => judge({ ...line, ours: [ours], peer: [100] }).verdict,
    )
    expect(verdicts).toEqual(['missed', 'met', 'met', 'aim met'])
  })

  it('misses when its ratio cannot be computed', () => {
    expect(judge({ ...LINE, ours: [0], peer: [0] }).verdict).toBe('missed')
  })
})

it('judges a figure that stands alone by its own median', () => {
  const judged = judge({ ...LINE, ours: [1, 1.4, 90], peer: null })
  expect(judged).toEqual({ ours: 1.4, peer: null, value: 1.4, verdict: 'met' })
})

it('says of what was not measured that it was not', () => {
  expect(judge({ ...LINE, ours: [], peer: null }).verdict).toBe('not measured')
})
