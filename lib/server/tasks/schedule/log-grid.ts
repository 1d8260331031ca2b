/**
 * Lives of clips differ by factors, not by seconds, so they are counted in steps of the logarithm: one to the next is 3 %
 * longer. From a second to a little more than a day.
 */
export const STEP = Math.log(1.03)
export const STEPS = 386
const FIRST_MS = 1000

/** Where a life stands on the grid, in steps and parts of them, from 0 to STEPS. */
export function stepAt(ms: number): number {
  return Math.min(Math.max(Math.log(ms / FIRST_MS) / STEP, 0), STEPS)
}

export function msAt(step: number): number {
  return FIRST_MS * Math.exp(step * STEP)
}

export function zeros(): Float64Array {
  return new Float64Array(STEPS)
}

export function at(values: Float64Array, step: number): number {
  return values[step] ?? 0
}

/** Shifts mass by a bell of this width (in steps), and loses none at the ends. */
export function smoothed(masses: Float64Array, width: number): Float64Array {
  const reach = Math.ceil(width * 3.5)
  const bell = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-0.5 * ((index - reach) / width) ** 2),
  )
  const whole = bell.reduce((sum, weight) => sum + weight, 0)
  const result = zeros()
  masses.forEach((mass, step) => {
    if (mass === 0) return
    bell.forEach((weight, index) => {
      const target = Math.min(Math.max(step + index - reach, 0), STEPS - 1)
      result[target] = at(result, target) + (mass * weight) / whole
    })
  })
  return result
}
