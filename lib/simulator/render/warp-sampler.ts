import { ONE, type Plane } from './frame-sampler'
import type { Mask } from './subject-mask'
import type { Matrix } from './view-matrix'

export interface Warp {
  background: Matrix
  /** Takes over where the mask says so. */
  subject: Matrix | null
  mask: Mask
}

/** Where in the source the pixels of a row come from; whole numbers, ONE to a pixel. */
interface Places {
  x: Int32Array
  y: Int32Array
}

/**
 * Draws the source as seen through a projection, or through two that pass softly into each other:
 * what lies between is stretched, so that nothing is seen twice. Bilinear.
 */
export function warpPlane(source: Plane, target: Plane, warp: Warp): void {
  const { background, subject, mask } = warp
  const { width, height } = target
  const places = emptyRow(width)
  const others = emptyRow(width)
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / height
    project({ matrix: background, source, v }, places, 0, width)
    const middle = mask.rows[row]
    if (subject && middle) {
      const { start, weights } = middle
      project({ matrix: subject, source, v }, others, start, start + weights.length)
      blend(places, others, start, weights)
    }
    sampleAlong(source, places, target.data.subarray(row * width, (row + 1) * width))
  }
}

function emptyRow(width: number): Places {
  return { x: new Int32Array(width), y: new Int32Array(width) }
}

/** The way along a row is straight, so each pixel is one step on from the last. */
function project(
  { matrix, source, v }: { matrix: Matrix; source: Plane; v: number },
  places: Places,
  from: number,
  to: number,
): void {
  const width = places.x.length
  const [across, down, depth] = matrix
  const [stepX, stepY, stepDepth] = [across[0] / width, down[0] / width, depth[0] / width]
  const [wide, high] = [source.width * ONE, source.height * ONE]
  let x = stepX * (from + 0.5) + across[1] * v + across[2]
  let y = stepY * (from + 0.5) + down[1] * v + down[2]
  let z = stepDepth * (from + 0.5) + depth[1] * v + depth[2]
  for (let i = from; i < to; i++) {
    // The middle of a pixel is its place; half of ONE less would be rounded up by as much.
    places.x[i] = (x / z) * wide - ONE / 2 + 0.5
    places.y[i] = (y / z) * high - ONE / 2 + 0.5
    x += stepX
    y += stepY
    z += stepDepth
  }
}

function blend(places: Places, others: Places, start: number, weights: Float32Array): void {
  for (let i = 0; i < weights.length; i++) {
    const at = start + i
    const weight = weights[i] ?? 0
    const x = places.x[at] ?? 0
    const y = places.y[at] ?? 0
    places.x[at] = x + ((others.x[at] ?? 0) - x) * weight + 0.5
    places.y[at] = y + ((others.y[at] ?? 0) - y) * weight + 0.5
  }
}

function sampleAlong({ data, width, height }: Plane, places: Places, target: Uint8Array): void {
  const right = (width - 1) * ONE - 1
  const bottom = (height - 1) * ONE - 1
  for (let i = 0; i < target.length; i++) {
    const x = Math.min(Math.max(places.x[i] ?? 0, 0), right)
    const y = Math.min(Math.max(places.y[i] ?? 0, 0), bottom)
    const across = x & (ONE - 1)
    const down = y & (ONE - 1)
    const at = (y >> 8) * width + (x >> 8)
    const below = at + width
    const upper = (data[at] ?? 0) * (ONE - across) + (data[at + 1] ?? 0) * across
    const lower = (data[below] ?? 0) * (ONE - across) + (data[below + 1] ?? 0) * across
    target[i] = (upper * (ONE - down) + lower * down + (ONE * ONE) / 2) >> 16
  }
}
