import type { Contract } from '../../upstream/contract'
import { modelOf, type Life } from './life-model'
import { gapAfter, planOf } from './question-plan'
import { nineOfTen } from './range'

/** Below this many lives the contract's own steps are as good. */
const LIVES_MIN = 3

export type Learnt = {
  /** Whether this studio's own clips say so, or the contract alone. */
  isOwn: boolean
  /** Of those that are still open at this age nine of ten end between these ages; null where that cannot be said. */
  rangeAt: (ageMs: number) => Life | null
  /** Milliseconds until the next question for a task of this age, or until the first one for a task that was just sent. */
  gapAfter: (ageMs: number) => number
}

/** What lives teach about when to ask. */
export function learn(
  lives: readonly Life[],
  contract: Pick<Contract, 'schedule' | 'life'>,
): Learnt {
  const { schedule, life } = contract
  if (lives.length < LIVES_MIN) {
    const rangeAt = (ageMs: number) =>
      ageMs < life.untilMs ? { ...life, fromMs: Math.max(life.fromMs, ageMs) } : null
    return { isOwn: false, rangeAt, gapAfter: (ageMs) => contractGap(ageMs, schedule) }
  }
  const model = modelOf(lives, life)
  const plan = planOf(model)
  return {
    isOwn: true,
    rangeAt: (ageMs) => nineOfTen(model, ageMs),
    gapAfter: (ageMs) => gapAfter(ageMs, plan, schedule),
  }
}

function contractGap(ageMs: number, { firstMs, steps }: Contract['schedule']): number {
  if (ageMs <= 0) return firstMs
  const step = steps.find(({ untilMs }) => ageMs < untilMs) ?? steps.at(-1)
  return step?.everyMs ?? firstMs
}
