import { expect, test } from 'vitest'
import { dayOf } from './days'

const at = Date.parse('2026-03-09T20:30:00Z')

test('the day is that of the time zone', () => {
  expect(dayOf(at, 'UTC')).toBe('2026-03-09')
  expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-03-10')
  expect(dayOf(at, 'Pacific/Honolulu')).toBe('2026-03-09')
})

test('days before are days of the calendar, also where a day had 23 hours', () => {
  // Early in the morning, a week after clocks went forward.
  const early = Date.parse('2026-03-14T07:10:00Z')
  expect(dayOf(early, 'America/New_York')).toBe('2026-03-14')
  expect(dayOf(early, 'America/New_York', 6)).toBe('2026-03-08')
  expect(dayOf(early, 'America/New_York', 29)).toBe('2026-02-13')
})
