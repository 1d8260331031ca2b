import { expect, test } from 'vitest'
import { assumedTimes, frameAt, momentOf } from './frames'

const times = [0, 0.04167, 0.08333, 0.125]

test('a moment belongs to the frame that began last, whoever rounded it', () => {
  expect([0, 0.02, 0.0416, 0.04167, 0.12499, 9].map((at) => frameAt(times, at))).toEqual([
    0, 0, 1, 1, 3, 3,
  ])
})

test('a frame is gone to by its middle, and no further than the ends', () => {
  expect(momentOf(times, 1, 0.16)).toBeCloseTo(0.0625)
  expect(momentOf(times, -5, 0.16)).toBeCloseTo(0.0208)
  expect(momentOf(times, 99, 0.16)).toBeCloseTo(0.1425)
  for (const at of times.keys()) expect(frameAt(times, momentOf(times, at, 0.16))).toBe(at)
})

test('without the file’s own word there are frames all the same', () => {
  expect(assumedTimes(5)).toHaveLength(120)
  expect(assumedTimes(0)).toEqual([0])
})
