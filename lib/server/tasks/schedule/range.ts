import type { Life, LifeModel } from './life-model'
import { at, msAt, stepAt, STEPS } from './log-grid'

/** Where fewer are still open nothing can be said of them. */
const OPEN_MIN = 0.01

/** Of those that are still open at this age nine of ten end within this range of ages; null where hardly any ever were. */
export function nineOfTen({ masses, open }: LifeModel, ageMs: number): Life | null {
  const place = stepAt(ageMs)
  const step = Math.min(Math.floor(place), STEPS - 1)
  const left = at(open, step) - at(masses, step) * (place - step)
  if (left < OPEN_MIN) return null
  const ageWith = (share: number) => Math.max(endWith(left * share, { masses, open }), ageMs)
  return { fromMs: ageWith(0.95), untilMs: ageWith(0.05) }
}

/** The age at which this part of all is still open. */
function endWith(rest: number, { masses, open }: Pick<LifeModel, 'masses' | 'open'>): number {
  const next = open.findIndex((part) => part <= rest)
  if (next < 0) return msAt(STEPS)
  if (next === 0) return msAt(0)
  const before = next - 1
  return msAt(before + (at(open, before) - rest) / Math.max(at(masses, before), 1e-12))
}
