import type { PauseReason, TaskErrorCode } from '@/lib/shared/errors'
import type { TaskStatus } from '@/lib/shared/task-states'
import type { Contract } from '../upstream/contract'
import type { QueryVerdict } from '../upstream/query-verdict'
import type { Result } from '../upstream/responses'
import type { SubmitVerdict } from '../upstream/verdict'

/** How a task changes by one step; the store writes it if the lease still holds. Times are arguments everywhere here. */
export type Change = {
  status: TaskStatus
  dueAt?: Date
  tries?: number
  errorCode?: TaskErrorCode | null
  errorDetail?: string | null
  upstreamTaskId?: string | null
  upstreamStatus?: string | null
  usage?: Record<string, number> | null
  submittedAt?: Date | null
  finishedAt?: Date | null
}
/** What a step does beside the row: the links of a result, the queue's pause, the count of unclear answers in a row. */
export type Step = {
  change: Change
  links?: Pick<Result, 'urls' | 'expiresRaw'>
  pause?: PauseReason
  unclear?: 'count' | 'reset'
}

/** Unclear answers in a row, by the gateway's own doing, that pause the queue: a wrong setting must not make 200 questions. */
export const UNCLEAR_LIMIT = 3
/** A task without a result is given up after this many milliseconds since it was sent. */
export const RESULT_DEADLINE_MS = 24 * 3_600_000
/** Downloads of one link in vain before a fresh link is asked for. Past the deadline one such round is still made. */
export const TRIES_PER_LINK = 4

const WAIT_FIRST_MS = 2_000
const WAIT_MAX_MS = 60_000

/** Doubling wait: 2 s, 4 s, … one minute. */
export function backoffMs(tries: number): number {
  return Math.min(WAIT_FIRST_MS * 2 ** Math.min(tries, 10), WAIT_MAX_MS)
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

export function afterSubmit(options: {
  verdict: SubmitVerdict
  tries: number
  now: Date
  firstQuestionMs: number
}): Step {
  const { verdict, tries, now, firstQuestionMs } = options
  switch (verdict.kind) {
    case 'accepted':
      return { ...accepted(verdict.result, now, firstQuestionMs), unclear: 'reset' }
    case 'wait': {
      const dueAt = later(now, Math.max(verdict.delayMs ?? 0, backoffMs(tries)))
      const errorCode = verdict.reason === 'not_delivered' ? 'gateway_unreachable' : 'gateway_busy'
      return { change: { status: 'queued', dueAt, tries: tries + 1, errorCode } }
    }
    case 'pause':
      return { change: { status: 'queued', dueAt: now, errorCode: null }, pause: verdict.reason }
    case 'failed': {
      const { code, detail } = verdict
      return {
        change: { status: 'failed', errorCode: code, errorDetail: detail, finishedAt: now },
        unclear: 'reset',
      }
    }
    case 'unclear':
      return {
        change: { status: 'unconfirmed', errorCode: verdict.code, submittedAt: now },
        unclear: 'count',
      }
  }
}

function accepted(result: Result, now: Date, firstQuestionMs: number): Step {
  const known = {
    upstreamTaskId: result.taskId,
    upstreamStatus: result.word,
    usage: result.usage,
    submittedAt: now,
    errorCode: null,
    tries: 0,
  }
  if (result.urls.length > 0)
    return { change: { ...known, status: 'archiving', dueAt: now }, links: result }
  return { change: { ...known, status: 'running', dueAt: later(now, firstQuestionMs) } }
}

/** Milliseconds until the next question by the contract's schedule, for a task sent `ageMs` ago. */
export function questionDelayMs(ageMs: number, schedule: Contract['schedule']): number {
  const step = schedule.steps.find(({ untilMs }) => ageMs < untilMs) ?? schedule.steps.at(-1)
  return step?.everyMs ?? schedule.firstMs
}

export function afterQuery(options: {
  verdict: QueryVerdict
  submittedAt: Date
  now: Date
  schedule: Contract['schedule']
}): Step {
  const { verdict, submittedAt, now, schedule } = options
  const ageMs = now.getTime() - submittedAt.getTime()
  if (verdict.kind === 'succeeded') {
    const { usage, word } = verdict.result
    return {
      change: { status: 'archiving', dueAt: now, usage, upstreamStatus: word },
      links: verdict.result,
    }
  }
  if (verdict.kind === 'failed') {
    const { code, detail } = verdict
    return { change: { status: 'failed', errorCode: code, errorDetail: detail, finishedAt: now } }
  }
  // Only a gateway that answers can say that there is no result: a studio that slept for a day must be able to ask first.
  const isAnswered = verdict.kind === 'running' || verdict.kind === 'unknown'
  if (isAnswered && ageMs >= RESULT_DEADLINE_MS) return resultLost(now)
  const asked = verdict.kind === 'later' ? verdict.delayMs : null
  const dueAt = later(now, Math.max(asked ?? 0, questionDelayMs(ageMs, schedule)))
  const change: Change = { status: 'running', dueAt }
  if (verdict.kind === 'running') change.upstreamStatus = verdict.word
  return verdict.kind === 'pause' ? { change, pause: verdict.reason } : { change }
}

/** After a download in vain: the link again, then a fresh link, and only then the admission that the result is lost. */
export function afterArchiveFailure(options: {
  tries: number
  canAskAgain: boolean
  submittedAt: Date
  now: Date
  /** The studio's own disk is full: the link is not to blame, so it is neither counted nor asked anew. */
  isOutOfRoom?: boolean
}): Step {
  const { canAskAgain, now, submittedAt } = options
  if (options.isOutOfRoom) {
    const change: Change = {
      status: 'archiving',
      dueAt: later(now, WAIT_MAX_MS),
      errorCode: 'no_room',
    }
    return { change }
  }
  const tries = options.tries + 1
  const isLinkWornOut = tries % TRIES_PER_LINK === 0
  const isTooLate = now.getTime() - submittedAt.getTime() >= RESULT_DEADLINE_MS
  if (isTooLate && isLinkWornOut) return resultLost(now)
  const round = Math.floor(tries / TRIES_PER_LINK)
  if (canAskAgain && isLinkWornOut) {
    // The first fresh link is asked for at once; a host that stays down is given more and more time.
    const pause = round === 1 ? 0 : Math.min(backoffMs(round), WAIT_MAX_MS) * Math.min(round, 5)
    return { change: { status: 'running', dueAt: later(now, pause), tries } }
  }
  const within = backoffMs((tries % TRIES_PER_LINK) - 1)
  const dueAt = later(now, canAskAgain ? within : within * Math.min(round + 1, 5))
  return { change: { status: 'archiving', dueAt, tries, errorCode: 'clip_unreachable' } }
}

function resultLost(now: Date): Step {
  return { change: { status: 'failed', errorCode: 'result_lost', finishedAt: now } }
}
