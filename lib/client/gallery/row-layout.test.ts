import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clipsOfRow,
  layOutLines,
  layOutRows,
  layoutHeight,
  rowAtTop,
  rowCount,
  rowHeight,
  rowOfClip,
  rowsBetween,
  rowTop,
  type Box,
} from './row-layout'

const GAP = 4
const boxes = fc.record({
  width: fc.integer({ min: 300, max: 3000 }),
  row: fc.constantFrom(90, 150, 220, 330),
  gap: fc.constant(GAP),
})
const galleries = fc.uint16Array({ minLength: 1, maxLength: 200, min: 400, max: 2500 })

function widthOfRow(ratios: Uint16Array, row: [number, number], height: number): number {
  const [first, end] = row
  const sum = ratios.slice(first, end).reduce((all, ratio) => all + ratio / 1000, 0)
  return sum * height + (end - first - 1) * GAP
}

test('every row but the last fills the width, at a height near the one that is aimed for', () => {
  fc.assert(
    fc.property(galleries, boxes, (ratios, box) => {
      const layout = layOutRows(ratios, ratios.length, box)
      for (let row = 0; row < rowCount(layout) - 1; row += 1) {
        const height = rowHeight(layout, row)
        const clips = clipsOfRow(layout, row)
        expect(Math.abs(widthOfRow(ratios, clips, height) - box.width)).toBeLessThan(0.5)
        if (clips[1] - clips[0] > 1) expect(height).toBeGreaterThanOrEqual(box.row - 0.1)
      }
    }),
  )
})

test('the last row keeps the height that is aimed for, and is no wider than the list', () => {
  fc.assert(
    fc.property(galleries, boxes, (ratios, box) => {
      const layout = layOutRows(ratios, ratios.length, box)
      const last = rowCount(layout) - 1
      const width = widthOfRow(ratios, clipsOfRow(layout, last), rowHeight(layout, last))
      expect(width).toBeLessThan(box.width + 0.5)
      if (width < box.width - GAP - 1)
        expect(Math.abs(rowHeight(layout, last) - box.row)).toBeLessThan(0.5)
    }),
  )
})

test('every clip stands in one row, in order, and rows follow each other', () => {
  fc.assert(
    fc.property(galleries, boxes, (ratios, box) => {
      const layout = layOutRows(ratios, ratios.length, box)
      const clips: number[] = []
      for (let row = 0; row < rowCount(layout); row += 1) {
        const [first, end] = clipsOfRow(layout, row)
        for (let index = first; index < end; index += 1) {
          clips.push(index)
          expect(rowOfClip(layout, index)).toBe(row)
        }
        expect(rowTop(layout, row + 1)).toBeCloseTo(
          rowTop(layout, row) + rowHeight(layout, row) + GAP,
        )
      }
      expect(clips).toEqual([...ratios.keys()])
    }),
  )
})

test('a part of the gallery that begins with a row has the same rows as the whole', () => {
  fc.assert(
    fc.property(galleries, boxes, fc.nat(), (ratios, box, pick) => {
      const whole = layOutRows(ratios, ratios.length, box)
      const row = pick % rowCount(whole)
      const [first] = clipsOfRow(whole, row)
      const part = layOutRows(ratios.slice(first), ratios.length - first, box)
      expect([...part.firsts].map((one) => one + first)).toEqual([...whole.firsts.slice(row)])
    }),
  )
})

const BOX: Box = { width: 1000, row: 200, gap: GAP }

test('a distance from the top leads to its row, and beyond the ends to the nearest one', () => {
  const layout = layOutLines(10, { width: 1000, row: 50, gap: 0 })
  expect([-20, 0, 49.9, 50, 499, 9999].map((top) => rowAtTop(layout, top))).toEqual([
    0, 0, 0, 1, 9, 9,
  ])
  expect(rowsBetween(layout, 60, 160)).toEqual({ firstRow: 1, lastRow: 3 })
  expect(layoutHeight(layout)).toBe(500)
})

test('an empty gallery has no row and no height', () => {
  const layout = layOutRows(new Uint16Array(), 0, BOX)
  expect(rowCount(layout)).toBe(0)
  expect(layoutHeight(layout)).toBe(0)
  expect(rowAtTop(layout, 100)).toBe(0)
})

test('a hundred thousand clips are laid out in a moment', () => {
  const ratios = Uint16Array.from({ length: 100_000 }, (_, index) => 500 + ((index * 7919) % 1500))
  const startedAt = performance.now()
  const layout = layOutRows(ratios, ratios.length, BOX)
  expect(performance.now() - startedAt).toBeLessThan(500)
  expect(rowOfClip(layout, 99_999)).toBe(rowCount(layout) - 1)
})
