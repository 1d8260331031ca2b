import { describe, expect, it } from 'vitest'
import { mulberry32, pick, randomOf, shuffled, whole } from './seeded'

const row = (random: () => number) => Array.from({ length: 5 }, random)

describe('seeded numbers', () => {
  it('are the same for the same seed and test, and others for another', () => {
    expect(row(randomOf(7, 'F1'))).toEqual(row(randomOf(7, 'F1')))
    expect(row(randomOf(7, 'F1'))).not.toEqual(row(randomOf(8, 'F1')))
    expect(row(randomOf(7, 'F1'))).not.toEqual(row(randomOf(7, 'F2')))
  })

  it('fill the range from 0 to below 1', () => {
    const random = mulberry32(1)
    const numbers = Array.from({ length: 10_000 }, random)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1)
  })

  it('choose whole numbers with both ends among them, and each item', () => {
    const random = mulberry32(2)
    const chosen = Array.from({ length: 200 }, () => whole(random, 1, 3))
    expect(new Set(chosen)).toEqual(new Set([1, 2, 3]))
    const picked = Array.from({ length: 200 }, () => pick(random, ['a', 'b']))
    expect(new Set(picked)).toEqual(new Set(['a', 'b']))
  })

  it('put items into another order and lose none', () => {
    const items = Array.from({ length: 20 }, (_, index) => index)
    const other = shuffled(mulberry32(3), items)
    expect(other).not.toEqual(items)
    expect(other.toSorted((a, b) => a - b)).toEqual(items)
  })
})
