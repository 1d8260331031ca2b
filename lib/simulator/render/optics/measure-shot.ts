import { aligner } from './align'
import { flowAt, FLOW_KEYS, STILL, type Flow } from './flow'
import { pyramid, type GreyFrame } from './grey-frame'
import { BACKGROUND, SUBJECT } from './spots'

/** What a shot does from its first frame to its last; of the content, not of the camera. */
export interface Measures {
  /** The background's way to the right and down, in widths of the frame. */
  x: number
  y: number
  /** Logarithm of how many times larger the background is in the end. */
  growth: number
  /** Degrees by which it is turned in the end, either way. */
  turn: number
  /** How much more it grew the further right or down, for each width of the frame. */
  leanX: number
  leanY: number
  /** What its way was longer than the straight one: of its middle, its size and its turning (degrees). */
  detour: number
  breath: number
  rock: number
  /** The same of the subject: the middle of the frame. */
  subjectX: number
  subjectY: number
  subjectGrowth: number
  /** The whole way of the subject, there and back. */
  subjectWay: number
  /** The subject's way as seen from the background. */
  apartX: number
  apartY: number
  apartGrowth: number
  /** Parts of all movement that fall into the first and the middle third of the time. */
  early: number
  middle: number
  /** Sharpness along the rows against that along the columns, in the frame where it is least; 1 is usual. */
  sharpness: number
}

/** Frames at even distances in time, at least 96 pixels wide; a few pixels of movement between any two. */
export function measureShot(frames: readonly GreyFrame[]): Measures {
  const levels = frames.map(pyramid)
  const follow = (align: ReturnType<typeof aligner>) =>
    levels.slice(1).map((to, index) => align(levels[index] ?? to, to))
  const background = follow(aligner(BACKGROUND))
  const subject = follow(aligner(SUBJECT))
  const [whole, own] = [total(background), total(subject)]
  return {
    ...whole,
    turn: Math.abs(degrees(whole.turn)),
    detour: sum(background.map(length)) - length(whole),
    breath: sum(background.map(({ growth }) => Math.abs(growth))) - Math.abs(whole.growth),
    rock: degrees(sum(background.map(({ turn }) => Math.abs(turn))) - Math.abs(whole.turn)),
    subjectX: own.x,
    subjectY: own.y,
    subjectGrowth: own.growth,
    subjectWay: sum(subject.map(length)),
    apartX: own.x - whole.x,
    apartY: own.y - whole.y,
    apartGrowth: own.growth - whole.growth,
    ...rhythm(background, subject),
    sharpness: leastSharpness(frames),
  }
}

function total(flows: readonly Flow[]): Flow {
  const result = { ...STILL }
  for (const flow of flows) FLOW_KEYS.forEach((key) => (result[key] += flow[key]))
  return result
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const length = ({ x, y }: Flow) => Math.hypot(x, y)
const degrees = (radians: number) => (radians * 180) / Math.PI

function rhythm(background: readonly Flow[], subject: readonly Flow[]) {
  const stir = background.map((flow, at) => speed(flow, 0.4) + speed(subject[at] ?? STILL, 0.1))
  const third = Math.round(stir.length / 3)
  const all = sum(stir)
  return {
    early: sum(stir.slice(0, third)) / all,
    middle: sum(stir.slice(third, stir.length - third)) / all,
  }
}

/** How far places so far from the middle flow, on average. */
function speed(flow: Flow, distance: number): number {
  const ways = [-distance, distance].flatMap((x) =>
    [-distance / 2, distance / 2].map((y) => {
      const to = flowAt(flow, x, y)
      return Math.hypot(to.x - x, to.y - y)
    }),
  )
  return sum(ways) / ways.length
}

function leastSharpness(frames: readonly GreyFrame[]): number {
  const ratios = frames.map(alongAgainstAcross)
  const usual = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1
  return Math.min(...ratios) / usual
}

/** How much neighbours in a row differ, against neighbours in a column. */
function alongAgainstAcross({ width, height, pixels }: GreyFrame): number {
  let along = 0
  let across = 0
  for (let at = 0; at < width * (height - 1); at++) {
    const here = pixels[at] ?? 0
    if (at % width < width - 1) along += Math.abs((pixels[at + 1] ?? 0) - here)
    across += Math.abs((pixels[at + width] ?? 0) - here)
  }
  return along / across
}
