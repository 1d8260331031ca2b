import { env, type Env } from '../env'
import { createLog, withoutKey } from '../log'
import { milestone } from '../milestone'
import { contract } from './contract'
import { gatewayBody, type PictureAddress } from './gateway-body'
import { httpExchange, type Outcome } from './http-exchange'
import { mayCarryKey } from './local-gateway'
import { judgeQuery, type QueryVerdict } from './query-verdict'
import { readEnvelope } from './responses'
import { judgeSubmit, type SubmitVerdict } from './verdict'
import type { NewTask } from '@/lib/shared/task-schema'

const log = createLog('upstream')
const SUBMIT_PATH = '/api/v1/video/generation'
const RAW_MAX_CHARACTERS = 16_384

/** What is kept of an exchange: the raw answer, cut and cleared of the key. */
export type RawAnswer = { httpStatus: number | null; requestId: string | null; body: string | null }

/** Sends one paid request, once. The caller has committed the intent before. */
export async function submit(
  task: Pick<NewTask, 'mode' | 'model' | 'prompt' | 'params'> & { pictures: PictureAddress[] },
): Promise<{ verdict: SubmitVerdict; raw: RawAnswer }> {
  const { gateway, submitTimeoutMs } = env()
  const refusal = refusalToSend(gateway)
  if (refusal) return refusal
  milestone('submit.sending')
  const outcome = await httpExchange({
    method: 'POST',
    url: gateway.baseUrl + SUBMIT_PATH,
    headers: { ...authorization(), 'content-type': 'application/json' },
    body: JSON.stringify(gatewayBody(task, contract())),
    timeoutMs: submitTimeoutMs,
    maxBytes: contract().answerMaxBytes,
    onSent: () => milestone('submit.sent'),
    onAnswering: () => milestone('submit.answering'),
  })
  milestone('submit.answered')
  const verdict = judgeSubmit(outcome, { contract: contract(), now: new Date() })
  return { verdict: clean(verdict), raw: rawAnswer(outcome) }
}

/** The form of the question that answered, once one has. Another process finds it for itself; asking is free. */
let knownPath: string | null = null

/**
 * Asks what became of a task. With no form known yet the candidates are tried in order. A 404 in the gateway's JSON may mean
 * "no such task" or "no such route", so it neither decides nor is remembered: the other forms are tried as well.
 */
export async function query(
  taskId: string,
  signal?: AbortSignal,
): Promise<{ verdict: QueryVerdict; raw: RawAnswer }> {
  const refusal = refusalToSend(env().gateway)
  if (refusal) return refusal
  const paths = knownPath ? [knownPath] : contract().queryPaths
  let last: { verdict: QueryVerdict; raw: RawAnswer } | null = null
  for (const path of paths) {
    const outcome = await ask(path, taskId, signal)
    const verdict = judgeQuery(outcome, { contract: contract(), now: new Date() })
    // "No such task" in one form says more than "no such route" in another.
    if (last?.verdict.kind !== 'unknown')
      last = { verdict: clean(verdict), raw: rawAnswer(outcome) }
    if (verdict.kind === 'no_route') knownPath = null
    else if (!isMissing(outcome)) {
      if (outcome.kind === 'answer' && readEnvelope(outcome.body)) knownPath = path
      return { verdict: clean(verdict), raw: rawAnswer(outcome) }
    }
  }
  const raw = last?.raw ?? rawAnswer(null)
  if (!knownPath)
    log.warn({ tried: paths, httpStatus: raw.httpStatus }, 'no answer to the question yet')
  const isAnswered = last?.verdict.kind === 'unknown'
  return { verdict: isAnswered ? { kind: 'unknown' } : { kind: 'later', delayMs: null }, raw }
}

function isMissing(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && (outcome.status === 404 || outcome.status === 405)
}

/** Forgets the discovered form; for tests, and for a gateway that moved. */
export function forgetQueryPath(): void {
  knownPath = null
}

function ask(path: string, taskId: string, signal?: AbortSignal): Promise<Outcome> {
  return httpExchange({
    method: 'GET',
    url: env().gateway.baseUrl + path.replace('{task_id}', encodeURIComponent(taskId)),
    headers: authorization(),
    timeoutMs: contract().queryTimeoutMs,
    maxBytes: contract().answerMaxBytes,
    signal,
  })
}

type Unsent = {
  verdict: { kind: 'pause'; reason: 'wrong_address' | 'key_unreadable' }
  raw: RawAnswer
}

/** Why nothing may be sent as things stand; null when it may. */
function refusalToSend({ baseUrl, keySource }: Env['gateway']): Unsent | null {
  if (keySource === 'unreadable') return unsent('key_unreadable', 'the key cannot be read')
  return mayCarryKey(baseUrl) ? null : unsent('wrong_address', 'plain http beyond this house')
}

function unsent(reason: Unsent['verdict']['reason'], body: string): Unsent {
  return { verdict: { kind: 'pause', reason }, raw: { httpStatus: null, requestId: null, body } }
}

function authorization(): Record<string, string> {
  return { authorization: `Bearer ${env().gateway.apiKey}`, accept: 'application/json' }
}

/** The gateway may echo the key: nothing of it goes further. Its words are cut, and control characters dropped. */
function clean<T extends SubmitVerdict | QueryVerdict>(verdict: T): T {
  if (verdict.kind !== 'failed' || verdict.detail === null) return verdict
  const detail = withoutKey(verdict.detail)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 500)
  return { ...verdict, detail: detail || null }
}

function rawAnswer(outcome: Outcome | null): RawAnswer {
  if (outcome?.kind !== 'answer') {
    return { httpStatus: null, requestId: null, body: outcome?.cause ?? null }
  }
  return {
    httpStatus: outcome.status,
    requestId: withoutKey(readEnvelope(outcome.body)?.requestId ?? '') || null,
    body: withoutKey(outcome.body).slice(0, RAW_MAX_CHARACTERS),
  }
}
