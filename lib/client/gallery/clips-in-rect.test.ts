import { expect, test } from 'vitest'
import { clipsInRect } from './clips-in-rect'
import { layOutLines, layOutRows } from './row-layout'

const box = { width: 1000, row: 100, gap: 4 }
// Four of them fill a row, each 247 pixels wide.
const ratios = Uint16Array.from({ length: 23 }, () => 2000)
const rows = layOutRows(ratios, 23, box)
const rect = (left: number, top: number, right: number, bottom: number) => ({
  left,
  top,
  right,
  bottom,
})

test('what a rectangle touches, row by row', () => {
  expect(clipsInRect(rows, ratios, rect(10, 10, 260, 20))).toEqual([0, 1])
  expect(clipsInRect(rows, ratios, rect(260, 50, 700, 150))).toEqual([1, 2, 5, 6])
  expect(clipsInRect(rows, ratios, rect(0, 0, 1000, 10_000))).toHaveLength(23)
})

test('the gap between two clips is neither of them', () => {
  const [, second = 0] = clipsInRect(rows, ratios, rect(0, 10, 1000, 10))
  expect(second).toBe(1)
  const widths = 2 * (rows.tops[1] ?? 0) - 2 * box.gap
  expect(clipsInRect(rows, ratios, rect(widths + 1, 10, widths + 3, 12))).toEqual([])
})

test('in the list a clip is as wide as its line', () => {
  const lines = layOutLines(10, { ...box, row: 40, gap: 0 })
  expect(clipsInRect(lines, null, rect(5, 45, 6, 90))).toEqual([1, 2])
})
