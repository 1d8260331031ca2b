import type { PauseReason, TaskErrorCode } from '@/lib/shared/errors'
import type { TaskStatus } from '@/lib/shared/task-states'
import type { Contract } from '../upstream/contract'
import type { QueryVerdict } from '../upstream/query-verdict'
import type { Result } from '../upstream/responses'
import type { SubmitVerdict } from '../upstream/verdict'
import type { Life } from './schedule/life-model'
import type { Wait } from './store/gateway-waits'

/** How a task changes by one step; the store writes it if the lease still holds. Times are arguments everywhere here. */
export type Change = {
  status: TaskStatus
  dueAt?: Date
  tries?: number
  errorCode?: TaskErrorCode | null
  errorDetail?: string | null
  upstreamTaskId?: string | null
  upstreamStatus?: string | null
  notDoneAt?: Date | null
  usage?: Record<string, number> | null
  submittedAt?: Date | null
  finishedAt?: Date | null
}
/**
 * What a step does beside the row: the links of a result, the queue's pause, how long the gateway wants to be left alone by all
 * of us, the count of unclear answers in a row.
 */
export type Step = {
  change: Change
  links?: Pick<Result, 'urls' | 'expiresRaw'>
  pause?: PauseReason
  wait?: Wait
  /** How long it took, for those that come after it. */
  life?: Life
  unclear?: 'count' | 'reset'
}

/** Unclear answers in a row, by the gateway's own doing, that pause the queue: a wrong setting must not make 200 questions. */
export const UNCLEAR_LIMIT = 3
/** A task without a result is given up after this many milliseconds since it was sent. */
export const RESULT_DEADLINE_MS = 24 * 3_600_000

export type Backoff = Contract['backoff']

/** Doubling wait: 2 s, 4 s, … one minute. */
export function backoffMs(tries: number, { firstMs, maxMs }: Backoff): number {
  return Math.min(firstMs * 2 ** Math.min(tries, 10), maxMs)
}

export function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms)
}

export function afterSubmit(options: {
  verdict: SubmitVerdict
  tries: number
  now: Date
  firstQuestionMs: number
  backoff: Backoff
}): Step {
  const { verdict, tries, now, firstQuestionMs, backoff } = options
  const over: Wait = { kind: 'submit', until: null }
  switch (verdict.kind) {
    case 'accepted':
      return { ...accepted(verdict.result, now, firstQuestionMs), unclear: 'reset', wait: over }
    case 'wait': {
      // Nobody is sent until then, so the task keeps its place in the queue.
      const until = later(now, Math.max(verdict.delayMs ?? 0, backoffMs(tries, backoff)))
      const errorCode = verdict.reason === 'not_delivered' ? 'gateway_unreachable' : 'gateway_busy'
      const change: Change = { status: 'queued', tries: tries + 1, errorCode }
      return { change, wait: { kind: 'submit', until } }
    }
    case 'pause':
      return { change: { status: 'queued', dueAt: now, errorCode: null }, pause: verdict.reason }
    case 'failed': {
      const { code, detail } = verdict
      return {
        change: { status: 'failed', errorCode: code, errorDetail: detail, finishedAt: now },
        unclear: 'reset',
        wait: over,
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
    notDoneAt: null,
    usage: result.usage,
    submittedAt: now,
    errorCode: null,
    tries: 0,
  }
  if (result.urls.length > 0)
    return { change: { ...known, status: 'archiving', dueAt: now }, links: result }
  return { change: { ...known, status: 'running', dueAt: later(now, firstQuestionMs) } }
}

export function afterQuery(options: {
  verdict: QueryVerdict
  submittedAt: Date
  notDoneAt: Date | null
  now: Date
  /** Milliseconds until the next question for a task that was sent so long ago. */
  nextQuestionMs: (ageMs: number) => number
  refusedKeyWaitMs: number
}): Step {
  const { verdict, now } = options
  const ageMs = now.getTime() - options.submittedAt.getTime()
  const over: Wait = { kind: 'query', until: null }
  switch (verdict.kind) {
    case 'succeeded': {
      const { usage, word } = verdict.result
      const change: Change = { status: 'archiving', dueAt: now, usage, upstreamStatus: word }
      return { change, links: verdict.result, wait: over, ...lifeOf(options) }
    }
    case 'failed': {
      const { code, detail } = verdict
      const ended = { errorCode: code, errorDetail: detail, finishedAt: now }
      return { change: { status: 'failed', ...ended }, wait: over }
    }
    case 'running':
    case 'unknown': {
      // Only a gateway that answers can say that there is no result: a studio that slept for a day must be able to ask first.
      if (ageMs >= RESULT_DEADLINE_MS) return { ...resultLost(now), wait: over }
      const dueAt = later(now, options.nextQuestionMs(ageMs))
      const said =
        verdict.kind === 'running' ? { upstreamStatus: verdict.word, notDoneAt: now } : {}
      return { change: { status: 'running', dueAt, ...said }, wait: over }
    }
    default:
      return unanswered(verdict, later(now, options.nextQuestionMs(ageMs)), options)
  }
}

/** Nothing where it was asked for before the time of sending that the row has: a person set that anew. */
function lifeOf(options: { submittedAt: Date; notDoneAt: Date | null; now: Date }): {
  life?: Life
} {
  const { submittedAt, notDoneAt, now } = options
  const fromMs = notDoneAt ? notDoneAt.getTime() - submittedAt.getTime() : 0
  const untilMs = now.getTime() - submittedAt.getTime()
  return fromMs >= 0 && untilMs > fromMs ? { life: { fromMs, untilMs } } : {}
}

/** Nothing was learnt of the task; of the gateway, perhaps, that it wants to be left alone. */
function unanswered(
  verdict: Exclude<QueryVerdict, { kind: 'succeeded' | 'failed' | 'running' | 'unknown' }>,
  dueAt: Date,
  { now, refusedKeyWaitMs }: { now: Date; refusedKeyWaitMs: number },
): Step {
  const change: Change = { status: 'running', dueAt }
  const waitFor = (ms: number): Wait => ({ kind: 'query', until: later(now, ms) })
  if (verdict.kind === 'pause') {
    const { reason } = verdict
    return { change, pause: reason, wait: waitFor(refusedKeyWaitMs) }
  }
  if (verdict.kind === 'later' && verdict.delayMs !== null)
    return { change, wait: waitFor(verdict.delayMs) }
  return { change }
}

export function resultLost(now: Date): Step {
  return { change: { status: 'failed', errorCode: 'result_lost', finishedAt: now } }
}
