import { describe, expect, test } from 'vitest'
import {
  croppedSize,
  cropToRatio,
  drawingMatrix,
  mirror,
  turnBy,
  UNTOUCHED,
  type Crop,
  type Matrix,
  type PictureEdit,
} from './picture-edit'

const PICTURE = { width: 600, height: 400 }
const CORNER: Crop = { x: 0, y: 0, width: 0.5, height: 0.25 }
const edited = (overrides: Partial<PictureEdit>): PictureEdit => ({ ...UNTOUCHED, ...overrides })

/** Where a pixel of the file lands. */
const land = ([a, b, c, d, e, f]: Matrix, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1000) / 1000 + 0)

/** Where the file's corners land: top left, top right, bottom left. */
const corners = (edit: PictureEdit, drawn = croppedSize(PICTURE, edit)) => {
  const matrix = drawingMatrix(PICTURE, edit, drawn)
  return [land(matrix, 0, 0), land(matrix, 600, 0), land(matrix, 0, 400)]
}

describe('turning', () => {
  test.each([
    ['not at all', edited({}), [[0, 0], [600, 0], [0, 400]]], // prettier-ignore
    ['right', turnBy(UNTOUCHED, 1), [[400, 0], [400, 600], [0, 0]]], // prettier-ignore
    ['left', turnBy(UNTOUCHED, -1), [[0, 600], [0, 0], [400, 600]]], // prettier-ignore
    ['upside down', turnBy(turnBy(UNTOUCHED, 1), 1), [[600, 400], [0, 400], [600, 0]]], // prettier-ignore
    ['mirrored', mirror(UNTOUCHED), [[600, 0], [0, 0], [600, 400]]], // prettier-ignore
    // As seen: the mirror image, turned right.
    ['mirrored, then right', turnBy(mirror(UNTOUCHED), 1), [[400, 600], [400, 0], [0, 600]]], // prettier-ignore
    ['right, then mirrored', mirror(turnBy(UNTOUCHED, 1)), [[0, 0], [0, 600], [400, 0]]], // prettier-ignore
  ])('%s: the corners land where they are seen', (_, edit, landed) => {
    expect(corners(edit)).toEqual(landed)
  })

  test('four times, and mirroring twice, change nothing', () => {
    const start = edited({ isMirrored: true, crop: CORNER })
    const round = [1, 1, 1, 1] as const
    const after = round.reduce((edit, quarter) => turnBy(edit, quarter), start)
    expect(after.crop.x).toBeCloseTo(start.crop.x)
    expect(after).toMatchObject({ turn: 0, isMirrored: true })
    expect(mirror(mirror(start))).toEqual(start)
    expect(turnBy(turnBy(start, 1), -1)).toEqual(start)
  })

  test('the cut stays on the same part of the picture', () => {
    expect(turnBy(edited({ crop: CORNER }), 1).crop).toEqual({
      x: 0.75,
      y: 0,
      width: 0.25,
      height: 0.5,
    })
    expect(mirror(edited({ crop: CORNER })).crop).toMatchObject({ x: 0.5, y: 0 })
  })
})

describe('cutting', () => {
  test('is drawn from its own corner, and scaled', () => {
    const edit = edited({ crop: { x: 0.5, y: 0.25, width: 0.5, height: 0.5 } })
    expect(croppedSize(PICTURE, edit)).toEqual({ width: 300, height: 200 })
    const matrix = drawingMatrix(PICTURE, edit, { width: 150, height: 100 })
    expect(land(matrix, 300, 100)).toEqual([0, 0])
    expect(land(matrix, 600, 300)).toEqual([150, 100])
  })

  test('counts the pixels of what is turned', () => {
    const edit = turnBy(edited({ crop: CORNER }), 1)
    expect(croppedSize(PICTURE, edit)).toEqual({ width: 100, height: 300 })
  })

  test.each([
    [16 / 9, 1, 0.84375],
    [9 / 16, 0.375, 1],
    [1, 0.66667, 1],
    [3 / 2, 1, 1],
  ])('to the ratio %f: the largest part, from the middle', (ratio, width, height) => {
    const crop = cropToRatio(PICTURE, ratio)
    expect(crop.width).toBeCloseTo(width, 4)
    expect(crop.height).toBeCloseTo(height, 4)
    expect(crop.x + crop.width / 2).toBeCloseTo(0.5)
    expect(crop.y + crop.height / 2).toBeCloseTo(0.5)
    const left = croppedSize(PICTURE, edited({ crop }))
    expect(left.width / left.height).toBeCloseTo(ratio, 1)
  })
})
