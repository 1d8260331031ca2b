import { at, smoothed, STEP, stepAt, STEPS, zeros } from './log-grid'

/** How long a clip took from the submit, as well as two questions can tell: longer than `fromMs`, at most `untilMs`. */
export type Life = { fromMs: number; untilMs: number }
/** Nine of ten lives, before anything was seen. */
export type Assumption = Life

/** Of lives on the grid: what part of all ends within each step, and what part is still open when it begins. */
export type LifeModel = { masses: Float64Array; open: Float64Array }

/** So many lives are worth as much as the assumption: it fades as they come, and leaves the far tail to itself. */
const ASSUMPTION_WEIGHT = 1.5
/** Of the assumption this part is spread evenly over all lengths: nothing is ever thought impossible. */
const ANYTHING = 0.25
const ROUNDS = 3
/** Parts of the usual width that are tried, from so many lives in each half on. */
const WIDTHS = [1.4, 1, 0.6, 0.35]
const HALF_MIN = 6
/** Nine of ten of a bell lie within so many deviations to each side. */
const NINE_OF_TEN = 1.645

/**
 * The lives of a group as a distribution. A life is only known to lie between two questions, so its mass is spread between
 * them, first evenly and then as the others say (the self-consistent estimate), and smoothed as far as their number asks for.
 */
export function modelOf(lives: readonly Life[], assumption: Assumption): LifeModel {
  const assumed = assumedMasses(assumption)
  return withOpen(estimate(lives, assumed, bestWidth(lives, assumption, assumed)))
}

function estimate(lives: readonly Life[], assumed: Float64Array, width: number): Float64Array {
  let masses: Float64Array = zeros().fill(1 / STEPS)
  for (let round = 0; round < ROUNDS; round += 1) {
    const learnt = smoothed(spread(lives, masses), width)
    masses = mixed(learnt, assumed, lives.length)
  }
  return masses
}

/** Of several widths the one with which half of the lives foretell the other half best: a crowd in two parts is narrow twice. */
function bestWidth(lives: readonly Life[], assumption: Assumption, assumed: Float64Array): number {
  const usual = bandwidth(lives, assumption)
  const [some, others] = [0, 1].map((half) => lives.filter((_, index) => index % 2 === half))
  if (!some || !others || others.length < HALF_MIN) return usual
  const foretell = (known: readonly Life[], next: readonly Life[], width: number) => {
    const masses = estimate(known, assumed, width)
    return next.reduce((sum, life) => sum + Math.log(massOf(life, masses)), 0)
  }
  const scores = WIDTHS.map((factor) => {
    const width = usual * factor * 2 ** 0.2 // of half as many
    return foretell(some, others, width) + foretell(others, some, width)
  })
  return usual * (WIDTHS[scores.indexOf(Math.max(...scores))] ?? 1)
}

function massOf({ fromMs, untilMs }: Life, masses: Float64Array): number {
  const [first, last] = [fromMs, untilMs].map((ms) => Math.min(Math.floor(stepAt(ms)), STEPS - 1))
  let mass = 0
  for (let step = first ?? 0; step <= (last ?? 0); step += 1) mass += at(masses, step)
  return mass
}

function mixed(learnt: Float64Array, assumed: Float64Array, count: number): Float64Array {
  const whole = count + ASSUMPTION_WEIGHT
  return learnt.map((mass, step) => (mass + at(assumed, step) * ASSUMPTION_WEIGHT) / whole)
}

/** Each life's mass of one over the steps between its two questions, in the shape that is known so far. */
function spread(lives: readonly Life[], shape: Float64Array): Float64Array {
  const masses = zeros()
  for (const { fromMs, untilMs } of lives) {
    const [from, until] = [stepAt(fromMs), stepAt(untilMs)]
    const first = Math.min(Math.floor(from), STEPS - 1)
    const last = Math.min(Math.floor(until), STEPS - 1)
    const parts: number[] = []
    for (let step = first; step <= last; step += 1) {
      const covered = Math.min(until, step + 1) - Math.max(from, step)
      parts.push(Math.max(covered, 1e-6) * at(shape, step))
    }
    const whole = parts.reduce((sum, part) => sum + part, 0)
    parts.forEach((part, index) => {
      masses[first + index] = at(masses, first + index) + part / whole
    })
  }
  return masses
}

/** Silverman's rule on the logarithms, by the narrower of two deviations, held up by the assumption while lives are few. */
function bandwidth(lives: readonly Life[], assumption: Assumption): number {
  const middles = lives.map(({ fromMs, untilMs }) => (stepAt(fromMs) + stepAt(untilMs)) / 2)
  const sorted = middles.sort((a, b) => a - b)
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length
  const narrow = Math.min(Math.sqrt(variance), (quantile(0.75) - quantile(0.25)) / 1.34)
  const assumed = deviation(assumption) / STEP
  const count = sorted.length
  const held = Math.sqrt((count * narrow ** 2 + assumed ** 2) / (count + 1))
  return Math.max(0.7 * held * count ** -0.2, 1)
}

function deviation({ fromMs, untilMs }: Assumption): number {
  return Math.max(Math.log(untilMs / fromMs) / (2 * NINE_OF_TEN), STEP)
}

function assumedMasses(assumption: Assumption): Float64Array {
  const middle = (stepAt(assumption.fromMs) + stepAt(assumption.untilMs)) / 2
  const width = deviation(assumption) / STEP
  const bell = zeros().map((_, step) => Math.exp(-0.5 * ((step + 0.5 - middle) / width) ** 2))
  const whole = bell.reduce((sum, mass) => sum + mass, 0)
  return bell.map((mass) => ((1 - ANYTHING) * mass) / whole + ANYTHING / STEPS)
}

function withOpen(masses: Float64Array): LifeModel {
  const open = zeros()
  let rest = 0
  for (let step = STEPS - 1; step >= 0; step -= 1) {
    rest += at(masses, step)
    open[step] = rest
  }
  return { masses, open }
}
