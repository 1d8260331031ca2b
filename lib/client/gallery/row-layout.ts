/**
 * Where every clip of the gallery stands, from ratios alone. The browser breaks and fills its rows by the same rule (`clip-rows` of
 * globals.css), so that a window of them can be cut out anywhere at the edge of a row without anything moving.
 */

/** In pixels: the list's width, the height that rows aim for (and that of a line in the list view), and what lies between. */
export type Box = { width: number; row: number; gap: number }

export type RowLayout = {
  box: Box
  /** Index of the first clip of each row, and at the end how many clips there are. */
  firsts: Uint32Array
  /** Distance of each row from the top, and at the end where a further one would begin. */
  tops: Float64Array
}

export type Span = { firstRow: number; lastRow: number }

/** Browsers measure in 64ths of a pixel and cut off the rest. */
const UNIT = 64
/** What grows against the last row, so that it keeps its height (globals.css). */
const HOLD = 10_000

/** Justified rows; ratios in thousandths of width over height. */
export function layOutRows(ratios: Uint16Array, total: number, box: Box): RowLayout {
  const firsts: number[] = []
  const tops: number[] = []
  const gap = box.gap * UNIT
  const line = box.width * UNIT
  let top = 0
  let first = 0
  while (first < total) {
    firsts.push(first)
    tops.push(top)
    let end = first
    let used = 0
    let sum = 0
    while (end < total) {
      const ratio = (ratios[end] ?? 0) / 1000
      const wanted = used + Math.floor(ratio * box.row * UNIT) + (end > first ? gap : 0)
      if (wanted > line && end > first) break
      used = wanted
      sum += ratio
      end += 1
    }
    const isHeld = end === total && used + gap <= line
    const free = (line - used - (isHeld ? gap : 0)) / UNIT
    const share = isHeld ? free / (sum + HOLD) : free / sum
    top += box.row + share + box.gap
    first = end
  }
  return {
    box,
    firsts: Uint32Array.from([...firsts, total]),
    tops: Float64Array.from([...tops, top]),
  }
}

/** One clip a line, all of one height. */
export function layOutLines(total: number, box: Box): RowLayout {
  const length = total + 1
  return {
    box,
    firsts: Uint32Array.from({ length }, (_, index) => index),
    tops: Float64Array.from({ length }, (_, index) => index * (box.row + box.gap)),
  }
}

export function rowCount({ firsts }: RowLayout): number {
  return firsts.length - 1
}

export function clipCount({ firsts }: RowLayout): number {
  return firsts.at(-1) ?? 0
}

/** All of it, without the gap after the last row. */
export function layoutHeight({ tops, box }: RowLayout): number {
  return Math.max(0, (tops.at(-1) ?? 0) - box.gap)
}

export function rowTop({ tops }: RowLayout, row: number): number {
  return tops[row] ?? 0
}

export function rowHeight({ tops, box }: RowLayout, row: number): number {
  return (tops[row + 1] ?? 0) - (tops[row] ?? 0) - box.gap
}

/** First clip of a row, and the one after its last. */
export function clipsOfRow({ firsts }: RowLayout, row: number): [first: number, end: number] {
  return [firsts[row] ?? 0, firsts[row + 1] ?? 0]
}

/** The row at a distance from the top; the nearest one where there is none. */
export function rowAtTop(layout: RowLayout, top: number): number {
  return lastAtMost(layout.tops, top, rowCount(layout))
}

export function rowOfClip(layout: RowLayout, index: number): number {
  return lastAtMost(layout.firsts, index, rowCount(layout))
}

/** The rows between two distances from the top. */
export function rowsBetween(layout: RowLayout, top: number, bottom: number): Span {
  return { firstRow: rowAtTop(layout, top), lastRow: rowAtTop(layout, bottom) }
}

/** Index of the last of the first `count` numbers that is not above the limit; 0 where there is none. */
function lastAtMost(sorted: Uint32Array | Float64Array, limit: number, count: number): number {
  let low = 0
  let high = Math.max(0, count - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? Infinity) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
