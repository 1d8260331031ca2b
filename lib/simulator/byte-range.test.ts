import { expect, test } from 'vitest'
import { byteRange } from './byte-range'

const WHOLE = { kind: 'whole', start: 0, end: 99 }
const NONE = { kind: 'unsatisfiable' }

test.each([
  [undefined, WHOLE],
  ['bytes=0-9', { kind: 'part', start: 0, end: 9 }],
  ['bytes=90-', { kind: 'part', start: 90, end: 99 }],
  ['bytes=90-500', { kind: 'part', start: 90, end: 99 }],
  ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
  ['bytes=-500', { kind: 'part', start: 0, end: 99 }],
  ['bytes=99-99', { kind: 'part', start: 99, end: 99 }],
  ['bytes=100-', NONE],
  ['bytes=100-200', NONE],
  ['bytes=-0', NONE],
  ['bytes=9-3', WHOLE],
  ['bytes=0-1,5-6', WHOLE],
  ['bytes=-', WHOLE],
  ['pages=1-2', WHOLE],
])('%s of 100 bytes', (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected)
})
