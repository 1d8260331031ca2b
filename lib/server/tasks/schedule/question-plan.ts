import type { Contract } from '../../upstream/contract'
import type { LifeModel } from './life-model'
import { at, msAt, stepAt, STEPS } from './log-grid'

export type Steps = Contract['schedule']

/** Questions that a task is asked on average. More see the end sooner, in the same proportion. */
const QUESTIONS = 18
/** No two questions of a task are closer than that. */
const GAP_MIN_MS = 1_000

/**
 * When to ask, for lives that are distributed like this: at a rate proportional to the square root of the hazard, which of all
 * ways makes questions times delay the least. `due[n]` is how many questions should have been asked when step `n` begins.
 */
export type QuestionPlan = { due: Float64Array; medianMs: number; lateMs: number }

export function planOf({ masses, open }: LifeModel): QuestionPlan {
  const rates = masses.map((mass, step) => {
    const ms = msAt(step + 1) - msAt(step)
    const alive = Math.max(at(open, step) - mass / 2, 1e-12)
    return Math.sqrt((mass / alive) * ms)
  })
  const asked = rates.reduce((sum, rate, step) => {
    return sum + rate * (at(open, step) - at(masses, step) / 2)
  }, 0)
  const due = new Float64Array(STEPS + 1)
  rates.forEach((rate, step) => {
    due[step + 1] = at(due, step) + (rate * QUESTIONS) / asked
  })
  return { due, medianMs: endOf(open, 0.5), lateMs: endOf(open, 0.03) }
}

/** The age at which only this part of all lives is still open. */
function endOf(open: Float64Array, share: number): number {
  const step = open.findIndex((part) => part <= share)
  return msAt(step < 0 ? STEPS : step)
}

/** Milliseconds until the next question for a task of this age that was just asked (or, with 0, just sent). */
export function gapAfter(ageMs: number, plan: QuestionPlan, schedule: Steps): number {
  const planned = ageOf(dueAt(ageMs, plan) + 1, plan) - ageMs
  const step = schedule.steps.find(({ untilMs }) => ageMs < untilMs) ?? schedule.steps.at(-1)
  const longest = step?.everyMs ?? schedule.firstMs
  // Before the crowd a change should still be noticed; after it the contract's own steps are the longest gap.
  const most = ageMs < plan.lateMs ? Math.max(longest, plan.medianMs / 2) : longest
  return Math.min(Math.max(planned, GAP_MIN_MS), most)
}

function dueAt(ageMs: number, { due }: QuestionPlan): number {
  const place = stepAt(ageMs)
  const step = Math.min(Math.floor(place), STEPS - 1)
  return at(due, step) + (place - step) * (at(due, step + 1) - at(due, step))
}

function ageOf(questions: number, { due }: QuestionPlan): number {
  const next = due.findIndex((count) => count >= questions)
  if (next < 0) return Infinity
  const before = at(due, next - 1)
  const part = (questions - before) / Math.max(at(due, next) - before, 1e-12)
  return msAt(next - 1 + part)
}
