import { randomUUID } from 'node:crypto'
import type { Env } from '../env'
import { contractOf } from './contract'
import { httpExchange, type Outcome } from './http-exchange'
import { mayCarryKey } from './local-gateway'
import { judgeQuery, type QueryVerdict } from './query-verdict'
import { readEnvelope, type Envelope } from './responses'

/** One question and what came of it. */
export type Asked = {
  /** The form of the question, with `{task_id}` in it. */
  path: string
  outcome: Outcome
  verdict: QueryVerdict
  /** Null where the answer is not the gateway's JSON. */
  envelope: Envelope | null
  /** When it was sent and answered, in milliseconds since the epoch. */
  sentAt: number
  endedAt: number
}

export type GatewayProbe = {
  /** In the contract's order. */
  forms: Asked[]
  /** On a route that nobody has: an answer to a form that is like this one proves nothing. */
  nowhere: Asked
  /** The form that answers a question for a task, if one does. */
  found: Asked | null
  /** That form, asked with a key that nobody has. */
  strange: Asked | null
}

const NOWHERE = '/api/v1/video/no-such-route/{task_id}'
const TIMEOUT_MS = 8_000
const STRANGE_KEY = `sk-${'0'.repeat(32)}`

type Settings = Pick<Env, 'gateway' | 'contractFile'>

/**
 * Asks for a task that does not exist, in every form at once: free, and it changes nothing.
 * @returns null where the key may not be sent at all (plain http beyond this house)
 */
export async function probeGateway(settings: Settings): Promise<GatewayProbe | null> {
  const { baseUrl, apiKey } = settings.gateway
  if (!mayCarryKey(baseUrl)) return null
  const paths = [...contractOf(settings).queryPaths, NOWHERE]
  const asked = await Promise.all(paths.map((path) => ask(settings, path, apiKey)))
  const forms = asked.slice(0, -1)
  const [nowhere] = asked.slice(-1)
  if (!nowhere) throw new Error('the route that nobody has was not asked')
  const found = forms.find((one) => isHit(one) && !isAlike(one, nowhere)) ?? null
  const strange = found ? await ask(settings, found.path, STRANGE_KEY) : null
  return { forms, nowhere, found, strange }
}

/** Whether two answers say the same: then the difference between the questions made none. */
export function isAlike(one: Asked, other: Asked): boolean {
  return told(one) === told(other)
}

/** "No such task" in the gateway's JSON is a hit; a bare 404, a page of HTML, or the wrong method is none. */
export function isHit({ envelope, outcome }: Asked): boolean {
  return envelope !== null && outcome.kind === 'answer' && outcome.status !== 405
}

function told({ outcome, envelope }: Asked): string {
  if (outcome.kind !== 'answer') return outcome.kind
  return JSON.stringify([outcome.status, envelope?.codes ?? null])
}

async function ask(settings: Settings, path: string, key: string): Promise<Asked> {
  const contract = contractOf(settings)
  const sentAt = Date.now()
  const outcome = await httpExchange({
    method: 'GET',
    url: settings.gateway.baseUrl + path.replace('{task_id}', `doctor-${randomUUID()}`),
    headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
    timeoutMs: Math.min(TIMEOUT_MS, contract.queryTimeoutMs),
    maxBytes: contract.answerMaxBytes,
  })
  const endedAt = Date.now()
  const verdict = judgeQuery(outcome, { contract, now: new Date(endedAt) })
  const isWhole = outcome.kind === 'answer' && !outcome.isCut && outcome.status < 500
  return {
    path,
    outcome,
    verdict,
    envelope: isWhole ? readEnvelope(outcome.body) : null,
    sentAt,
    endedAt,
  }
}
