import { expect, it } from 'vitest'
import { tooEarly } from './windows'

const refused = (at: number) => ({ at, isRefused: true })
const taken = (at: number) => ({ at, isRefused: false })

it('counts what came within a window, but not what was in the air when the first refusal came', () => {
  expect(tooEarly([refused(0), refused(20), refused(1030), taken(2040), taken(2050)], 1000)).toBe(0)
  expect(tooEarly([refused(0), refused(400), taken(1500)], 1000)).toBe(1)
  // Two that go ahead at once after a window.
  expect(tooEarly([refused(0), refused(1010), refused(1020), taken(2100)], 1000)).toBe(1)
  expect(tooEarly([taken(0), taken(1)], 1000)).toBe(0)
})
