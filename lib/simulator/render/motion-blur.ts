import type { Plane } from './frame-sampler'

/** Replaces every pixel by the mean of a stretch of its row, `length` of the row's width in all. */
export function blurRows(plane: Plane, length: number): void {
  const reach = Math.round((length * plane.width) / 2)
  if (reach === 0) return
  const sums = new Uint32Array(plane.width + 1)
  for (let row = 0; row < plane.height; row++) {
    blurRow(plane.data.subarray(row * plane.width, (row + 1) * plane.width), reach, sums)
  }
}

/** `sums` holds what all pixels left of an index add up to. At the ends the stretch is cut short. */
function blurRow(row: Uint8Array, reach: number, sums: Uint32Array): void {
  for (let i = 0; i < row.length; i++) sums[i + 1] = (sums[i] ?? 0) + (row[i] ?? 0)
  for (let i = 0; i < row.length; i++) {
    const from = Math.max(i - reach, 0)
    const to = Math.min(i + reach + 1, row.length)
    row[i] = Math.round(((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from))
  }
}
