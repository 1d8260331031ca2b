import { effects, FLOW_KEYS, type Flow } from './flow'

/** A part of the frame, and what is measured of its flow. */
export interface Region {
  /** `distance` from the middle: 1 at the edges' middles. */
  holds: (distance: number) => boolean
  keys: readonly (keyof Flow)[]
}

export const BACKGROUND: Region = { holds: (distance) => distance > 0.85, keys: FLOW_KEYS }
/** Too small for a lean to be told from other things. */
export const SUBJECT: Region = {
  holds: (distance) => distance < 0.3,
  keys: ['x', 'y', 'growth', 'turn'],
}

/** The pixels of a region. */
export interface Spots {
  at: Int32Array
  /** In widths of the frame from its middle. */
  x: Float64Array
  y: Float64Array
  /** For each pixel, what flows right and down for each unit of each of the region's keys. */
  right: Float64Array
  down: Float64Array
}

export function spotsOf(size: { width: number; height: number }, region: Region): Spots {
  const { width, height } = size
  const at: number[] = []
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let index = 0; index < width * height; index++) {
    const x = ((index % width) + 0.5) / width - 0.5
    const y = (Math.floor(index / width) + 0.5) / height - 0.5
    if (!region.holds(Math.hypot(x, y) * 2)) continue
    at.push(index)
    xs.push(x)
    ys.push((y * height) / width)
  }
  const used = region.keys.map((key) => FLOW_KEYS.indexOf(key))
  const all = xs.map((x, i) => effects(x, ys[i] ?? 0))
  const pick = (side: 'right' | 'down') =>
    Float64Array.from(all.flatMap((effect) => used.map((key) => effect[side][key] ?? 0)))
  return {
    at: Int32Array.from(at),
    x: Float64Array.from(xs),
    y: Float64Array.from(ys),
    right: pick('right'),
    down: pick('down'),
  }
}
