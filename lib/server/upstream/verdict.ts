import type { PauseReason, TaskErrorCode } from '@/lib/shared/errors'
import type { Contract } from './contract'
import type { Outcome } from './http-exchange'
import { readEnvelope, type Envelope, type Result } from './responses'
import { retryAfterMs } from './retry-after'

/** What one paid request came to. Only `wait` may ever be sent again by itself: surely nothing was charged. */
export type SubmitVerdict =
  | { kind: 'accepted'; result: Result }
  | { kind: 'wait'; reason: 'not_delivered' | 'load' | 'rate'; delayMs: number | null }
  | { kind: 'pause'; reason: PauseReason }
  | { kind: 'failed'; code: TaskErrorCode; detail: string | null }
  | { kind: 'unclear'; code: TaskErrorCode }

type Answer = Extract<Outcome, { kind: 'answer' }>
type Context = { contract: Contract; now: Date }

const UNCLEAR: SubmitVerdict = { kind: 'unclear', code: 'answer_unclear' }

/** The verdict on a submit, by the table in upstream-contract.md ("Time and limits"). Pure; no case throws. */
export function judgeSubmit(outcome: Outcome, context: Context): SubmitVerdict {
  if (outcome.kind === 'not_delivered')
    return { kind: 'wait', reason: 'not_delivered', delayMs: null }
  if (outcome.kind === 'no_answer') return { kind: 'unclear', code: 'answer_missing' }
  if (outcome.status >= 300 && outcome.status < 400)
    return { kind: 'pause', reason: 'wrong_address' }
  const envelope = outcome.isCut ? null : readEnvelope(outcome.body)
  // Refused and accepted in one breath: only a person can tell which of the two is true.
  if (envelope && isContradiction(outcome, envelope)) return UNCLEAR
  const told = envelope ? judgeCodes(envelope, outcome.status, context) : null
  if (told) return told
  if (outcome.status >= 500) return UNCLEAR
  if (outcome.status >= 400) return judgeRefusal(outcome, envelope, context)
  return envelope ? judgeSuccess(envelope, outcome, context) : UNCLEAR
}

/** A refusal that names a task or a clip all the same. */
function isContradiction({ status }: Answer, { codes, result }: Envelope): boolean {
  const isRefusal = status >= 400 || codes.length > 0
  return isRefusal && Boolean(result?.taskId || result?.urls.length)
}

/** Load has one meaning under any status; balance below 500, where a proxy may speak for a request that went through. */
function judgeCodes(
  envelope: Envelope,
  status: number,
  { contract }: Context,
): SubmitVerdict | null {
  const has = (codes: readonly (string | number)[]) =>
    envelope.codes.some((code) => codes.includes(code))
  if (has(contract.loadCodes)) return { kind: 'wait', reason: 'load', delayMs: contract.loadWaitMs }
  if (status < 500 && has(contract.noBalanceCodes)) return { kind: 'pause', reason: 'no_balance' }
  return null
}

function judgeRefusal(answer: Answer, envelope: Envelope | null, context: Context): SubmitVerdict {
  const { contract, now } = context
  if (answer.status === 429) {
    const asked = retryAfterMs(answer.headers.retryAfter, now, contract.retryAfterMaxMs)
    return { kind: 'wait', reason: 'rate', delayMs: asked ?? contract.rateWaitMs }
  }
  if (answer.status === 404 || answer.status === 405 || isHtml(answer)) {
    return { kind: 'pause', reason: 'wrong_address' }
  }
  if (answer.status === 402) return { kind: 'pause', reason: 'no_balance' }
  if (answer.status === 401 || answer.status === 403)
    return { kind: 'pause', reason: 'key_refused' }
  // 408 says that the gateway's own patience ran out somewhere along the way: it may have gone on.
  if (answer.status === 408 || !envelope) return UNCLEAR
  return failure(envelope, contract)
}

/** A 2xx answer. Its code may still refuse, or carry the status that a gateway behind the gateway gave. */
function judgeSuccess(envelope: Envelope, answer: Answer, context: Context): SubmitVerdict {
  const { result, codes } = envelope
  if (codes.length === 0) {
    if (result?.taskId || result?.urls.length) return { kind: 'accepted', result }
    return { kind: 'unclear', code: 'task_id_missing' }
  }
  const status = codes.find((code) => typeof code === 'number' && code >= 400 && code < 600)
  if (context.contract.codeMayBeStatus && typeof status === 'number') {
    if (status >= 500) return UNCLEAR
    return judgeRefusal({ ...answer, status }, envelope, context)
  }
  return failure(envelope, context.contract)
}

/** A refusal's code as the studio's, with the gateway's words for the detail. */
export function failure(
  envelope: Envelope,
  contract: Contract,
): Extract<SubmitVerdict, { kind: 'failed' }> {
  const known = envelope.codes.map((code) => contract.failureCodes[String(code)]).find(Boolean)
  return { kind: 'failed', code: known ?? 'refused', detail: envelope.message }
}

export function isHtml(answer: Answer): boolean {
  return /^\s*</.test(answer.body) || Boolean(answer.headers.contentType?.includes('text/html'))
}
