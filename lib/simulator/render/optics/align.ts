import { flowAt, STILL, type Flow } from './flow'
import type { Level } from './grey-frame'
import { solve } from './solve'
import { spotsOf, type Region, type Spots } from './spots'

/** The flow of a region that turns one frame into the other best, in the sense of least squares. */
export type Align = (from: readonly Level[], to: readonly Level[]) => Flow

const MOST_ROUNDS = 6
/** Widths of the frame; what a round adds from here on is nothing. */
const FINE = 1e-4

export function aligner(region: Region): Align {
  const spots = new Map<number, Spots>()
  const spotsAt = (level: Level) => {
    const known = spots.get(level.width) ?? spotsOf(level, region)
    spots.set(level.width, known)
    return known
  }
  return (from, to) => {
    let flow = STILL
    from.forEach((level, size) => {
      const target = to[size]
      if (!target) return
      const pair = { from: level, to: target, spots: spotsAt(level) }
      flow = settle(pair, region.keys, size === 0 ? search(pair) : flow)
    })
    return flow
  }
}

interface Pair {
  from: Level
  to: Level
  spots: Spots
}

/** The least squares find their way from nearby only: the best of all plain shifts goes before. */
function search(pair: Pair): Flow {
  const { width, height } = pair.from
  const [farX, farY] = [Math.round(width * 0.3), Math.round(height * 0.15)]
  let best = { right: 0, down: 0, difference: Infinity }
  for (let right = -farX; right <= farX; right++) {
    for (let down = -farY; down <= farY; down++) {
      const difference = shiftedDifference(pair, right, down)
      if (difference < best.difference) best = { right, down, difference }
    }
  }
  return { ...STILL, x: best.right / width, y: best.down / width }
}

function shiftedDifference({ from, to, spots }: Pair, right: number, down: number): number {
  let sum = 0
  let count = 0
  for (const at of spots.at) {
    const column = (at % from.width) + right
    const row = Math.floor(at / from.width) + down
    if (column < 0 || row < 0 || column >= to.width || row >= to.height) continue
    sum += Math.abs((from.pixels[at] ?? 0) - (to.pixels[row * to.width + column] ?? 0))
    count += 1
  }
  return count < spots.at.length * 0.4 ? Infinity : sum / count
}

/** The method of Gauss and Newton. */
function settle(pair: Pair, keys: Region['keys'], start: Flow): Flow {
  const flow = { ...start }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = nextStep(pair, keys.length, flow)
    keys.forEach((key, i) => (flow[key] += step[i] ?? 0))
    if (step.every((value) => Math.abs(value) < FINE)) break
  }
  return flow
}

function nextStep({ from, to, spots }: Pair, count: number, flow: Flow): number[] {
  const matrix = new Float64Array(count * count)
  const right = new Float64Array(count)
  const slopes = new Float64Array(count)
  const seen = { value: 0, risingX: 0, risingY: 0 }
  for (let spot = 0; spot < spots.at.length; spot++) {
    if (!look(to, flowAt(flow, spots.x[spot] ?? 0, spots.y[spot] ?? 0), seen)) continue
    const missing = (from.pixels[spots.at[spot] ?? 0] ?? 0) - seen.value
    const [risingX, risingY] = [seen.risingX * to.width, seen.risingY * to.width]
    for (let i = 0; i < count; i++) {
      const at = spot * count + i
      const slope = risingX * (spots.right[at] ?? 0) + risingY * (spots.down[at] ?? 0)
      slopes[i] = slope
      right[i] = (right[i] ?? 0) + slope * missing
      for (let k = 0; k <= i; k++) {
        matrix[i * count + k] = (matrix[i * count + k] ?? 0) + slope * (slopes[k] ?? 0)
      }
    }
  }
  return solve(matrix, right)
}

/** What the frame shows at a place, between the pixels; false beside the frame. */
function look(
  level: Level,
  place: { x: number; y: number },
  seen: { value: number; risingX: number; risingY: number },
): boolean {
  const { width, height, pixels, rising } = level
  const column = (place.x + 0.5) * width - 0.5
  const row = place.y * width + height / 2 - 0.5
  const [left, top] = [Math.floor(column), Math.floor(row)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return false
  const [across, below] = [column - left, row - top]
  const at = top * width + left
  const a = (1 - across) * (1 - below)
  const b = across * (1 - below)
  const c = (1 - across) * below
  const d = across * below
  const mix = (values: ArrayLike<number>) =>
    (values[at] ?? 0) * a +
    (values[at + 1] ?? 0) * b +
    (values[at + width] ?? 0) * c +
    (values[at + width + 1] ?? 0) * d
  seen.value = mix(pixels)
  seen.risingX = mix(rising.x)
  seen.risingY = mix(rising.y)
  return true
}
