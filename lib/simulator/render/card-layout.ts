import type { Size } from './load-source'

/** Where a reference lies in the frame, in pixels, all even; `card` without the margin around it. */
export interface Place {
  left: number
  top: number
  width: number
  height: number
  card: { left: number; top: number; width: number; height: number }
}

/** So many references lie beside each other (in an upright frame: below each other), then comes the next row. */
const IN_A_ROW = 3
/** How much of its cell a card takes at most, and the room around it for its shadow and its movement. */
const CARD_PART = 0.76
/** A lone card leaves the background more to show. */
const LONE_CARD_PART = 0.6
const MARGIN_PART = 0.11

/** One place a reference, in reading order; each card keeps the ratio of its picture. */
export function cardLayout(pictures: readonly Size[], frame: Size): Place[] {
  const isWide = frame.width >= frame.height
  const along = Math.min(pictures.length, IN_A_ROW)
  const across = Math.ceil(pictures.length / along)
  const [columns, rows] = isWide ? [along, across] : [across, along]
  const cell = { width: frame.width / columns, height: frame.height / rows }
  const part = pictures.length === 1 ? LONE_CARD_PART : CARD_PART
  const margin = Math.min(cell.width, cell.height) * MARGIN_PART
  return pictures.map((picture, index) => {
    const [column, row] = isWide
      ? [index % columns, Math.floor(index / columns)]
      : [Math.floor(index / rows), index % rows]
    const middle = { x: (column + 0.5) * cell.width, y: (row + 0.5) * cell.height }
    return placeAround(middle, fitInto(picture, cell, part), margin)
  })
}

function fitInto(picture: Size, cell: Size, part: number): Size {
  const scale = Math.min(cell.width / picture.width, cell.height / picture.height) * part
  return { width: picture.width * scale, height: picture.height * scale }
}

function placeAround(middle: { x: number; y: number }, card: Size, margin: number): Place {
  const box = (width: number, height: number) => ({
    left: evenDown(middle.x - width / 2),
    top: evenDown(middle.y - height / 2),
    width: evenDown(width),
    height: evenDown(height),
  })
  return {
    ...box(card.width + 2 * margin, card.height + 2 * margin),
    card: box(card.width, card.height),
  }
}

/** Down, so that nothing reaches out of the frame. */
function evenDown(value: number): number {
  return Math.floor(value / 2) * 2
}
