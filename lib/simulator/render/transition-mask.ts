import { samplePlane, type Plane } from './frame-sampler'
import type { YuvPicture } from './yuv-picture'

/** Where the later picture begins to show: in the middle, around the edge, or on one side. */
export type Entrance =
  { kind: 'centre' } | { kind: 'edge' } | { kind: 'side'; x: number; y: number }

/** The mask is made this coarse; drawn out to the frame its steps melt away. */
const GRID = 48
/** How much the place decides; the rest is up to the picture: its light parts come first. */
const PLACE = { centre: 0.45, edge: 0.45, side: 0.8 }

/**
 * When each part of the frame turns into the later picture: 0 first, 255 last, evenly spread, so that
 * the frame as a whole turns at an even pace. One plane a channel of the frame.
 */
export function transitionMask(
  last: YuvPicture,
  frame: YuvPicture,
  entrance: Entrance,
): Uint8Array[] {
  const light = shrink(last.planes[0], GRID)
  const scores = light.map((value, at) => {
    const place = placeOf((at % GRID) / (GRID - 1), Math.floor(at / GRID) / (GRID - 1), entrance)
    const weight = PLACE[entrance.kind]
    return place * weight + (1 - value / 255) * (1 - weight)
  })
  const coarse = { data: ranks(scores), width: GRID, height: GRID }
  return frame.planes.map(({ width, height }) => {
    const mask = { data: new Uint8Array(width * height), width, height }
    samplePlane(coarse, mask, { scale: 1, dx: 0, dy: 0 })
    return mask.data
  })
}

/** From 0, where the picture comes in, to 1; `x` and `y` are places in the frame from 0 to 1. */
function placeOf(x: number, y: number, entrance: Entrance): number {
  if (entrance.kind === 'side') {
    return 0.5 - (x - 0.5) * entrance.x - (y - 0.5) * entrance.y
  }
  const fromCentre = Math.hypot(x - 0.5, y - 0.5) / Math.SQRT1_2
  return entrance.kind === 'centre' ? fromCentre : 1 - fromCentre
}

/** The mean brightness in each cell of a square grid. */
function shrink(plane: Plane, cells: number): number[] {
  const { data, width, height } = plane
  const sums = new Float64Array(cells * cells)
  const counts = new Uint32Array(cells * cells)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * cells) / height) * cells
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * cells) / width)
      sums[cell] = (sums[cell] ?? 0) + (data[y * width + x] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return Array.from(sums, (sum, cell) => sum / Math.max(counts[cell] ?? 0, 1))
}

/** Each score's place among all, from 0 to 255. */
function ranks(scores: readonly number[]): Uint8Array {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const found = new Uint8Array(scores.length)
  order.forEach((at, rank) => {
    found[at] = Math.round((rank / (scores.length - 1)) * 255)
  })
  return found
}
