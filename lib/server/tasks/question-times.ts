import { env } from '../env'
import { contract } from '../upstream/contract'

/** Milliseconds until the next question for a task that was sent `ageMs` ago. */
export function nextQuestionMs(ageMs: number): number {
  const { firstMs, steps } = contract().schedule
  const step = steps.find(({ untilMs }) => ageMs < untilMs) ?? steps.at(-1)
  return env().pollEveryMs ?? step?.everyMs ?? firstMs
}
