import { expect, test } from 'vitest'
import { blurRows } from './motion-blur'

function blurred(rows: number[][], length: number): number[][] {
  const width = rows[0]?.length ?? 0
  const data = Uint8Array.from(rows.flat())
  blurRows({ data, width, height: rows.length }, length)
  return rows.map((_, row) => [...data.subarray(row * width, (row + 1) * width)])
}

const LINE = [0, 0, 0, 0, 90, 0, 0, 0, 0, 0]

test('a line becomes as wide as the way, and pale; its neighbours above and below stay dark', () => {
  expect(blurred([[...LINE].fill(0), LINE, [...LINE].fill(0)], 0.2)).toEqual([
    [...LINE].fill(0),
    [0, 0, 0, 30, 30, 30, 0, 0, 0, 0],
    [...LINE].fill(0),
  ])
})

test('an even row stays as it is, up to its ends', () => {
  expect(blurred([[...LINE].fill(255)], 0.6)).toEqual([[...LINE].fill(255)])
})

test('without a way nothing is blurred', () => {
  expect(blurred([LINE], 0)).toEqual([LINE])
})
