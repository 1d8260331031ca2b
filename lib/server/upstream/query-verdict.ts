import type { PauseReason, TaskErrorCode } from '@/lib/shared/errors'
import type { Contract } from './contract'
import type { Outcome } from './http-exchange'
import { readEnvelope, type Envelope, type Result } from './responses'
import { retryAfterMs } from './retry-after'
import { isHtml } from './verdict'

/** What a question came to. Asking is free, so anything unclear is asked again; only `failed` ends a task. */
export type QueryVerdict =
  | { kind: 'running'; word: string; isKnownWord: boolean }
  | { kind: 'succeeded'; result: Result }
  | { kind: 'failed'; code: TaskErrorCode; detail: string | null }
  | { kind: 'pause'; reason: PauseReason }
  /** Nothing was learnt: network trouble, a 5xx. `delayMs` where the gateway asks to be left alone for so long (a 429, load). */
  | { kind: 'later'; delayMs: number | null }
  /** The gateway answered, but knows no such task, or said nothing of its state. */
  | { kind: 'unknown' }
  /** There is no such route: the next form of the question is tried. Never fails a task. */
  | { kind: 'no_route' }

export function judgeQuery(
  outcome: Outcome,
  context: { contract: Contract; now: Date },
): QueryVerdict {
  if (outcome.kind !== 'answer') return { kind: 'later', delayMs: null }
  const { contract, now } = context
  const { status, headers } = outcome
  if (status === 429) {
    const asked = retryAfterMs(headers.retryAfter, now, contract.retryAfterMaxMs)
    return { kind: 'later', delayMs: asked ?? contract.rateWaitMs }
  }
  const envelope = outcome.isCut ? null : readEnvelope(outcome.body)
  if (envelope?.codes.some((code) => contract.loadCodes.includes(code)))
    return { kind: 'later', delayMs: contract.loadWaitMs }
  if (status >= 500) return { kind: 'later', delayMs: null }
  if (!envelope) {
    const isRefused = (status === 401 || status === 403) && !isHtml(outcome)
    return isRefused ? { kind: 'pause', reason: 'key_refused' } : { kind: 'no_route' }
  }
  return judgeEnvelope(envelope, status, contract)
}

function judgeEnvelope(envelope: Envelope, status: number, contract: Contract): QueryVerdict {
  const { result, codes } = envelope
  const says = (value: number) =>
    status === value || (contract.codeMayBeStatus && codes.includes(value))
  if (says(401) || says(403)) return { kind: 'pause', reason: 'key_refused' }
  const word = result?.word
  if (word && contract.failedWords.includes(word)) return failed(envelope, contract)
  if (word && contract.succeededWords.includes(word)) {
    // "Succeeded" without a link is not yet a result: it is asked again within the task's time.
    return result.urls.length > 0
      ? { kind: 'succeeded', result }
      : { kind: 'running', word, isKnownWord: true }
  }
  if (result && !word && result.urls.length > 0) return { kind: 'succeeded', result }
  if (word) return { kind: 'running', word, isKnownWord: contract.runningWords.includes(word) }
  const isFinal = codes.some((code) =>
    contract.failureCodes[String(code)]?.startsWith('moderation'),
  )
  return isFinal ? failed(envelope, contract) : { kind: 'unknown' }
}

function failed(envelope: Envelope, contract: Contract): QueryVerdict {
  const known = envelope.codes.map((code) => contract.failureCodes[String(code)]).find(Boolean)
  return { kind: 'failed', code: known ?? 'generation_failed', detail: envelope.message }
}
