import type { View } from './camera-path'

/** One channel of a picture, row by row. */
export interface Plane {
  data: Uint8Array
  width: number
  height: number
}

/** Weights are whole numbers out of this, which keeps the inner loop in integers. */
export const ONE = 256

/** A view that faces the picture. */
type Shift = Pick<View, 'scale' | 'dx' | 'dy'>

interface Taps {
  /** Index of the nearer-to-zero neighbour of every target pixel. */
  low: Int32Array
  /** Index of the other neighbour. */
  high: Int32Array
  /** Weight of `high`, out of ONE. */
  weight: Int32Array
}

/**
 * Draws what a view shows of the source into the target, between the pixels (bilinear), so that a
 * slow movement does not jump from pixel to pixel.
 */
export function samplePlane(source: Plane, target: Plane, view: Shift): void {
  const columns = taps({ from: source.width, to: target.width, scale: view.scale, at: view.dx })
  const rows = taps({ from: source.height, to: target.height, scale: view.scale, at: view.dy })
  for (let y = 0; y < target.height; y++) {
    const above = (rows.low[y] ?? 0) * source.width
    const below = (rows.high[y] ?? 0) * source.width
    const weight = rows.weight[y] ?? 0
    sampleRow(source.data, target.data, { columns, above, below, weight, start: y * target.width })
  }
}

function sampleRow(
  source: Uint8Array,
  target: Uint8Array,
  row: { columns: Taps; above: number; below: number; weight: number; start: number },
): void {
  const { above, below, weight, start } = row
  const { low, high, weight: weights } = row.columns
  for (let x = 0; x < low.length; x++) {
    const left = low[x] ?? 0
    const right = high[x] ?? 0
    const across = weights[x] ?? 0
    const upper =
      (source[above + left] ?? 0) * (ONE - across) + (source[above + right] ?? 0) * across
    const lower =
      (source[below + left] ?? 0) * (ONE - across) + (source[below + right] ?? 0) * across
    target[start + x] = (upper * (ONE - weight) + lower * weight + (ONE * ONE) / 2) >> 16
  }
}

/** Where along one axis each target pixel takes its value from. */
function taps(axis: { from: number; to: number; scale: number; at: number }): Taps {
  const { from, to, scale, at } = axis
  const shown = 1 / scale
  const start = ((1 - shown) / 2) * (1 + at)
  const low = new Int32Array(to)
  const high = new Int32Array(to)
  const weight = new Int32Array(to)
  for (let i = 0; i < to; i++) {
    const middle = (start + ((i + 0.5) / to) * shown) * from - 0.5
    const position = Math.min(Math.max(middle, 0), from - 1)
    const index = Math.min(Math.floor(position), from - 1)
    low[i] = index
    high[i] = Math.min(index + 1, from - 1)
    weight[i] = Math.round((position - index) * ONE)
  }
  return { low, high, weight }
}
