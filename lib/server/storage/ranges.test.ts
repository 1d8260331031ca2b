import { describe, expect, it } from 'vitest'
import { chooseRange, ifRangeHolds } from './ranges'

const part = (start: number, end: number) => ({ kind: 'part', range: { start, end } })
const whole = { kind: 'whole' }
const unsatisfiable = { kind: 'unsatisfiable' }

describe('a Range of 1,000 bytes', () => {
  it.each([
    ['bytes=0-0', part(0, 0)],
    ['bytes=0-', part(0, 999)],
    ['bytes=0-999', part(0, 999)],
    ['bytes=0-1000', part(0, 999)],
    ['bytes=500-600', part(500, 600)],
    ['bytes=999-', part(999, 999)],
    ['bytes=-1', part(999, 999)],
    ['bytes=-1000', part(0, 999)],
    ['bytes=-5000', part(0, 999)],
    ['BYTES=1-2', part(1, 2)],
    ['bytes= 1-2 ', part(1, 2)],
    ['bytes=1-2,', part(1, 2)],
    ['bytes=, ,1-2', part(1, 2)],
    [`bytes=1-${'9'.repeat(400)}`, part(1, 999)],
    [`bytes=-${'9'.repeat(400)}`, part(0, 999)],
    ['bytes=1000-', unsatisfiable],
    ['bytes=1000-2000', unsatisfiable],
    [`bytes=${'9'.repeat(400)}-`, unsatisfiable],
    ['bytes=-0', unsatisfiable],
    ['bytes=0-1,5-6', whole],
    ['bytes=1000-1001,2000-2001', whole],
    [`bytes=${'0-,'.repeat(5000)}`, whole],
    ['bytes=2-1', whole],
    ['bytes=-', whole],
    ['bytes=', whole],
    ['bytes', whole],
    ['bytes=a-b', whole],
    ['bytes=0x1-2', whole],
    ['bytes=1-2-3', whole],
    ['bytes=--1', whole],
    ['bytes=1.5-2', whole],
    ['bytes=+1-2', whole],
    ['bytes=1 - 2', whole],
    ['bytes =1-2', whole],
    ['bytes=١-٢', whole],
    ['items=0-1', whole],
    ['0-1', whole],
    ['', whole],
    [null, whole],
    [undefined, whole],
  ])('%s', (header, expected) => {
    expect(chooseRange(header, 1000)).toEqual(expected)
  })

  it.each([
    ['bytes=0-', unsatisfiable],
    ['bytes=-1', whole],
    ['bytes=-0', unsatisfiable],
  ])('of an empty file: %s', (header, expected) => {
    expect(chooseRange(header, 0)).toEqual(expected)
  })
})

describe('If-Range', () => {
  it.each([
    [undefined, true],
    [null, true],
    ['"abc"', true],
    ['"ABC"', false],
    ['abc', false],
    ['W/"abc"', false],
    ['"abc", "def"', false],
    ['*', false],
    ['Wed, 21 Oct 2015 07:28:00 GMT', false],
  ])('%s', (header, expected) => {
    expect(ifRangeHolds(header, '"abc"')).toBe(expected)
  })

  it('never holds for a weak ETag', () => {
    expect(ifRangeHolds('W/"abc"', 'W/"abc"')).toBe(false)
  })
})
