import { expect, it } from 'vitest'
import { createPace } from './pace'

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms)

/** How many go when everybody who may does, looked at every `everyMs` until `untilMs`. */
function goBy(perSecond: number, everyMs: number, untilMs: number): number {
  const pace = createPace(perSecond)
  let count = 0
  for (let ms = 0; ms < untilMs; ms += everyMs) {
    while (pace.mayGo(at(ms))) {
      pace.went()
      count += 1
    }
  }
  return count
}

it.each([
  [1, 510],
  [200, 500],
])('lets fifty a second go when it is asked every %i ms', (everyMs, most) => {
  const count = goBy(50, everyMs, 10_000)
  expect(count).toBeLessThanOrEqual(most)
  expect(count).toBeGreaterThanOrEqual(490)
})

it('saves up no more than a fifth of a second, however long the rest', () => {
  const pace = createPace(50)
  let count = 0
  for (const ms of [0, 3_600_000]) {
    while (pace.mayGo(at(ms))) {
      pace.went()
      count += 1
    }
  }
  expect(count).toBe(20)
})

it('lets one go at a time where less than one a second may', () => {
  expect(goBy(0.5, 100, 10_000)).toBe(5)
})
