import type { Size } from './picture-shape'

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3

/** A part of a picture, in shares of its sides (0 to 1) as it is shown: turned first, then mirrored. */
export type Crop = { x: number; y: number; width: number; height: number }

/** What is done to a picture: turned, then mirrored left to right, then cut. */
export type PictureEdit = { turn: Turn; isMirrored: boolean; crop: Crop }

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 }
export const UNTOUCHED: PictureEdit = { turn: 0, isMirrored: false, crop: WHOLE }

const TURNS = [0, 1, 2, 3] as const satisfies Turn[]

/** A quarter more to the right (1) or left (-1), as seen: behind a mirror the picture itself turns the other way. */
export function turnBy(edit: PictureEdit, quarters: 1 | -1): PictureEdit {
  const own = edit.isMirrored ? -quarters : quarters
  const turn = TURNS[(edit.turn + own + 4) % 4] ?? 0
  const { x, y, width, height } = edit.crop
  const crop =
    quarters === 1
      ? { x: 1 - y - height, y: x, width: height, height: width }
      : { x: y, y: 1 - x - width, width: height, height: width }
  return { ...edit, turn, crop }
}

export function mirror(edit: PictureEdit): PictureEdit {
  const { crop, isMirrored } = edit
  return { ...edit, isMirrored: !isMirrored, crop: { ...crop, x: 1 - crop.x - crop.width } }
}

/** The size of the whole picture as it is shown. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** Pixels that are left of it. */
export function croppedSize(picture: Size, { turn, crop }: PictureEdit): Size {
  const shown = turnedSize(picture, turn)
  return {
    width: Math.max(1, Math.round(shown.width * crop.width)),
    height: Math.max(1, Math.round(shown.height * crop.height)),
  }
}

/** The largest part of a ratio (width over height), from the middle of a picture of this size. */
export function cropToRatio({ width, height }: Size, ratio: number): Crop {
  const own = width / height
  const share = own > ratio ? { width: ratio / own, height: 1 } : { width: 1, height: own / ratio }
  return { x: (1 - share.width) / 2, y: (1 - share.height) / 2, ...share }
}

/** `a` to `f` of a canvas: from pixels of the file to pixels of what is drawn, which is `drawn` large. */
export type Matrix = readonly [number, number, number, number, number, number]

export function drawingMatrix(picture: Size, edit: PictureEdit, drawn: Size): Matrix {
  const { width, height } = picture
  const shown = turnedSize(picture, edit.turn)
  const turned: Record<Turn, Matrix> = {
    0: [1, 0, 0, 1, 0, 0],
    1: [0, 1, -1, 0, height, 0],
    2: [-1, 0, 0, -1, width, height],
    3: [0, -1, 1, 0, 0, width],
  }
  const [a, b, c, d, e, f] = turned[edit.turn]
  const across = edit.isMirrored ? -1 : 1
  const start = edit.isMirrored ? shown.width : 0
  const scaleX = drawn.width / (shown.width * edit.crop.width)
  const scaleY = drawn.height / (shown.height * edit.crop.height)
  return [
    scaleX * across * a,
    scaleY * b,
    scaleX * across * c,
    scaleY * d,
    scaleX * (across * e + start - edit.crop.x * shown.width),
    scaleY * (f - edit.crop.y * shown.height),
  ]
}
