import { expect, test } from 'vitest'
import { moveInGrid, type Field, type GridKey } from './move-in-grid'
import { layOutLines, layOutRows, clipsOfRow } from './row-layout'

const box = { width: 1000, row: 200, gap: 0 }
/** Rows: 0 1 2 3 4 (wide, four narrow) · 5 6 (two wide) · 7 … */
const ratios = Uint16Array.from([2000, 750, 750, 750, 750, 2500, 2500, 1000, 1000])
const grid: Field = { layout: layOutRows(ratios, ratios.length, box), ratios, pageHeight: 400 }

function path(start: number, ...keys: GridKey[]): number[] {
  let place: { index: number; x: number | null } = { index: start, x: null }
  return keys.map((key) => {
    place = moveInGrid(grid, place, key)
    return place.index
  })
}

test('the rows are those of the picture above', () => {
  expect([0, 1, 2].map((row) => clipsOfRow(grid.layout, row))).toEqual([
    [0, 5],
    [5, 7],
    [7, 9],
  ])
})

test('to the side one moves in reading order, over the end of a row, and not past the ends', () => {
  expect(path(3, 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toEqual([4, 5, 4])
  expect(path(0, 'ArrowLeft')).toEqual([0])
  expect(path(8, 'ArrowRight')).toEqual([8])
})

test('up and down lead to what stands above and below', () => {
  expect(path(0, 'ArrowDown')).toEqual([5])
  expect(path(4, 'ArrowDown')).toEqual([6])
  expect(path(6, 'ArrowUp')).toEqual([3])
})

test('the place in the row is kept while one moves up and down', () => {
  expect(path(4, 'ArrowDown', 'ArrowUp')).toEqual([6, 4])
  expect(path(2, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp')).toEqual([6, 8, 6, 2])
})

test('at the outermost rows up and down stay', () => {
  expect(path(2, 'ArrowUp')).toEqual([2])
  expect(path(7, 'ArrowDown')).toEqual([7])
})

test('Home and End lead to the ends of the gallery', () => {
  expect(path(6, 'Home', 'End')).toEqual([0, 8])
})

test('a page is what the window shows, and at least one line', () => {
  const list: Field = {
    layout: layOutLines(100, { width: 1000, row: 50, gap: 0 }),
    ratios: null,
    pageHeight: 400,
  }
  expect(moveInGrid(list, { index: 10, x: null }, 'PageDown').index).toBe(17)
  expect(moveInGrid(list, { index: 17, x: null }, 'PageUp').index).toBe(10)
  expect(moveInGrid({ ...list, pageHeight: 10 }, { index: 10, x: null }, 'PageDown').index).toBe(11)
  expect(moveInGrid(list, { index: 99, x: null }, 'PageDown').index).toBe(99)
})
