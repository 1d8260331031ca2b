import { env } from '../env'
import { learntFor } from './schedule/learnt'
import type { TaskRow } from './store/task-row'

type Sent = Pick<TaskRow, 'model' | 'params'>

/** Milliseconds until the first question for a task that was just sent. POLL_FIRST_MS replaces what was learnt. */
export async function firstQuestionMs(task: Sent, now: Date): Promise<number> {
  const { pollFirstMs } = env()
  return pollFirstMs ?? (await gaps(task, now))(0)
}

/** Milliseconds until the next question, by the age of a task. POLL_EVERY_MS replaces what was learnt. */
export async function nextQuestionMs(task: Sent, now: Date): Promise<(ageMs: number) => number> {
  const { pollEveryMs } = env()
  return pollEveryMs === null ? gaps(task, now) : () => pollEveryMs
}

async function gaps({ model, params }: Sent, now: Date): Promise<(ageMs: number) => number> {
  const { duration: seconds, resolution } = params
  return (await learntFor({ model, seconds, resolution }, now)).gapAfter
}
