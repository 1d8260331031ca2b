import { AppError, type TaskErrorCode } from '@/lib/shared/errors'
import { patiently } from '../db/busy'
import { isUniqueViolation } from '../db/driver-error'
import { createLog } from '../log'
import { milestone } from '../milestone'
import { env } from '../env'
import { gatewayAddress } from '../images/gateway-address'
import { submit } from '../upstream/client'
import { contract } from '../upstream/contract'
import type { PictureAddress } from '../upstream/gateway-body'
import type { SubmitVerdict } from '../upstream/verdict'
import { noteEpoch } from './epoch'
import { afterSubmit, backoffMs, later, UNCLEAR_LIMIT, type Step } from './lifecycle'
import { firstQuestionMs } from './question-times'
import type { Claim } from './store/claims'
import { countUnclear, pauseQueue, resetUnclear } from './store/queue'
import { rescueTask, writeStep, type ExchangeNote } from './store/steps'
import { taskPicture, type TaskRow } from './store/task-row'

const log = createLog('tasks')

/** Sends a claimed task once and writes what came of it. The row was `submitting` before, so a crash leaves it `unconfirmed`. */
export async function submitTask(claim: Claim, task: TaskRow): Promise<void> {
  const pictures = await pictureAddresses(task)
  if (!Array.isArray(pictures)) {
    await writeStep({ claim, step: pictures, now: new Date() })
    return
  }
  if (isLapsed(task, new Date())) return giveBack(claim, task)
  const { verdict, raw } = await submit({ ...task, pictures })
  const exchange: ExchangeNote = {
    ...raw,
    kind: 'submit',
    attempt: task.attempt,
    verdict: verdict.kind,
  }
  const taskId = verdict.kind === 'accepted' ? verdict.result.taskId : null
  // The gateway's number is in the log before it is in the row: should the write fail, a person can attach it.
  log.info(
    { task: task.id, attempt: task.attempt, verdict: verdict.kind, taskId, status: raw.httpStatus },
    'sent',
  )
  await settle({ claim, task, verdict, exchange })
}

/** A worker that stood still, or a disk that did: others take this task for lost now, and a person may have decided about it. */
function isLapsed({ leaseUntil }: TaskRow, now: Date): boolean {
  return leaseUntil !== null && leaseUntil <= now
}

/** Nothing was sent: back into the queue, unless somebody has judged it meanwhile. */
async function giveBack(claim: Claim, task: TaskRow): Promise<void> {
  const now = new Date()
  const isBack = await writeStep({ claim, step: { change: { status: 'queued', dueAt: now } }, now })
  log.warn({ task: task.id, isBack }, 'the lease was over before anything was sent')
}

async function settle(options: {
  claim: Claim
  task: TaskRow
  verdict: SubmitVerdict
  exchange: ExchangeNote
}): Promise<void> {
  const { claim, task, verdict, exchange } = options
  const now = new Date()
  const { backoff } = contract()
  const firstMs = verdict.kind === 'accepted' ? await firstQuestionIn(task, now) : 0
  const step = afterSubmit({
    verdict,
    tries: task.tries,
    now,
    firstQuestionMs: firstMs,
    backoff,
  })
  try {
    milestone('submit.writing')
    const isWritten = await patiently(() => writeStep({ claim, step, now, exchange }))
    if (isWritten) milestone('submit.written')
    if (!isWritten && verdict.kind === 'accepted') await rescue(task, step, now)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The gateway gave this task's number to another row: what was accepted here is anybody's guess.
    await settle({ ...options, verdict: { kind: 'unclear', code: 'task_id_taken' } })
    return
  }
  // Whoever stood still for longer than its lease heard nothing, whatever the gateway did: that tells nothing about the gateway.
  const isOurs = step.unclear === 'count' && isLapsed(task, now)
  await settleQueue(isOurs ? { ...step, unclear: undefined } : step, now)
}

/** Nothing may keep an accepted task from being written down: without what was learnt the contract's figure does. */
async function firstQuestionIn(task: TaskRow, now: Date): Promise<number> {
  try {
    return await firstQuestionMs(task, now)
  } catch (error) {
    log.warn({ err: error, task: task.id }, 'asked by the contract alone')
    return contract().schedule.firstMs
  }
}

async function rescue(task: TaskRow, step: Step, now: Date): Promise<void> {
  milestone('rescue.writing')
  const isRescued = await rescueTask({ id: task.id, attempt: task.attempt, step, now })
  if (isRescued) milestone('rescue.written')
  log.warn({ task: task.id, isRescued }, 'the answer came after the lease')
}

/** What the step means for the whole queue. */
async function settleQueue(step: Step, now: Date): Promise<void> {
  const { keyVersion } = env().gateway
  if (step.pause) {
    milestone('pause.writing')
    await pauseQueue({ reason: step.pause, now, keyVersion })
    milestone('pause.written')
  }
  if (step.unclear === 'reset') await resetUnclear()
  if (step.unclear === 'count' && (await countUnclear()) >= UNCLEAR_LIMIT) {
    await pauseQueue({ reason: 'too_many_unclear', now, keyVersion })
  }
}

/** Where the gateway fetches each picture, or the step that a task takes whose pictures cannot be given: nothing was sent. */
async function pictureAddresses(task: TaskRow): Promise<PictureAddress[] | Step> {
  const now = new Date()
  const loopbackUrl = env().loopbackUrl ?? undefined
  const failed = (errorCode: TaskErrorCode): Step => ({
    change: { status: 'failed', errorCode, finishedAt: now },
  })
  try {
    const pictures: PictureAddress[] = []
    for (const input of task.inputs) {
      const address = await gatewayAddress({ image: input.image, now, loopbackUrl })
      if (address === null) return failed('input_lost')
      pictures.push({ ...taskPicture(input), address })
    }
    await noteEpoch()
    return pictures
  } catch (error) {
    if (error instanceof AppError && error.code === 'picture_unreachable')
      return failed('input_unreachable')
    log.error({ err: error, task: task.id }, 'not ready to be sent; nothing was sent')
    const dueAt = later(now, backoffMs(task.tries, contract().backoff))
    return { change: { status: 'queued', dueAt, tries: task.tries + 1 } }
  }
}
