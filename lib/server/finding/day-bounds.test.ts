import { expect, test } from 'vitest'
import { endOfDay, startOfDay } from './day-bounds'

const at = (moment: number) => new Date(moment).toISOString()

test.each([
  ['2026-11-26', null, '2026-11-26T00:00:00.000Z', '2026-11-27T00:00:00.000Z'],
  ['2026-11-26', 'Asia/Shanghai', '2026-11-25T16:00:00.000Z', '2026-11-26T16:00:00.000Z'],
  ['2026-11-26', 'America/New_York', '2026-11-26T05:00:00.000Z', '2026-11-27T05:00:00.000Z'],
  // 23 and 25 hours.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z', '2026-06-01T18:15:00.000Z'],
  ['2026-12-31', 'Pacific/Kiritimati', '2026-12-30T10:00:00.000Z', '2026-12-31T10:00:00.000Z'],
])('%s in %s', (day, zone, start, end) => {
  expect([at(startOfDay(day, zone)), at(endOfDay(day, zone))]).toEqual([start, end])
})
