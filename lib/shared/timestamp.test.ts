import { expect, it } from 'vitest'
import { timestampSchema } from './timestamp'

it.each(['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05+08:00'])('takes %s', (text) => {
  expect(timestampSchema.safeParse(text).success).toBe(true)
})

it.each(['', 'soon', '2026-01-02', '2026-13-02T03:04:05Z', '1', 1_767_322_800_000, null])(
  'refuses %s',
  (value) => {
    expect(timestampSchema.safeParse(value).success).toBe(false)
  },
)
