import { env } from '../env'
import { createLog } from '../log'
import { milestone } from '../milestone'
import { query } from '../upstream/client'
import { contract } from '../upstream/contract'
import { afterQuery } from './lifecycle'
import { nextQuestionMs } from './question-times'
import { releaseClaim, type Claim } from './store/claims'
import { pauseQueue } from './store/queue'
import { writeStep } from './store/steps'
import type { TaskRow } from './store/task-row'

const log = createLog('tasks')

/** Asks the gateway what became of a task and writes the answer. Free to repeat: an aborted question is given back. */
export async function askTask(claim: Claim, task: TaskRow, signal: AbortSignal): Promise<void> {
  if (!task.upstreamTaskId) throw new Error(`Task ${task.id} is running without a task id`)
  const { verdict, raw } = await query(task.upstreamTaskId, signal)
  milestone('question.answered')
  if (signal.aborted) return releaseClaim(claim)
  if (verdict.kind === 'running' && !verdict.isKnownWord) {
    log.warn({ task: task.id, word: verdict.word }, 'unknown status word: taken for still running')
  }
  const now = new Date()
  const submittedAt = task.submittedAt ?? task.createdAt
  const { refusedKeyWaitMs } = contract()
  const { notDoneAt } = task
  const gaps = await nextQuestionMs(task, now)
  const step = afterQuery({
    verdict,
    submittedAt,
    notDoneAt,
    now,
    nextQuestionMs: gaps,
    refusedKeyWaitMs,
  })
  const exchange = { ...raw, kind: 'query', attempt: task.attempt, verdict: verdict.kind } as const
  if (await writeStep({ claim, step, now, exchange })) milestone('question.written')
  const { keyVersion } = env().gateway
  if (step.pause) await pauseQueue({ reason: step.pause, now, keyVersion })
}
