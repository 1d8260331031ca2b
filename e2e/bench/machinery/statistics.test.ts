import { expect, it } from 'vitest'
import { median, percentile } from './statistics'

it('finds the middle of unsorted values, and between the two middle ones', () => {
  expect(median([30, 1, 2])).toBe(2)
  expect(median([4, 100, 1, 2])).toBe(3)
})

it('finds the value that a share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(values, 0.5)).toBe(50)
  expect(percentile(values, 0.99)).toBe(99)
  expect(percentile([7], 0.99)).toBe(7)
})

it('makes no figure of nothing', () => {
  expect(() => median([])).toThrow('nothing was measured')
  expect(() => percentile([], 0.5)).toThrow('nothing was measured')
})
