import { randomUUID } from 'node:crypto'
import { env } from '../env'
import { contract } from './contract'
import { httpExchange } from './http-exchange'
import { mayCarryKey } from './local-gateway'
import { judgeQuery } from './query-verdict'
import { readEnvelope } from './responses'

/** `unanswered`: nothing came from there that says whether the key is good. */
export type KeyVerdict = 'accepted' | 'refused' | 'unanswered'

/**
 * Asks the gateway that charges, with a key that the studio does not use yet, for a task that nobody made: that costs nothing.
 * The forms of the question are tried in order until one gets an answer of the gateway's own. What it says is not kept.
 */
export async function tryKey(apiKey: string): Promise<KeyVerdict> {
  const { chargingUrl } = env().gateway
  if (!mayCarryKey(chargingUrl)) return 'unanswered'
  for (const path of contract().queryPaths) {
    const outcome = await httpExchange({
      method: 'GET',
      url: chargingUrl + path.replace('{task_id}', randomUUID()),
      headers: { authorization: `Bearer ${apiKey}`, accept: 'application/json' },
      timeoutMs: contract().queryTimeoutMs,
      maxBytes: contract().answerMaxBytes,
    })
    const verdict = judgeQuery(outcome, { contract: contract(), now: new Date() })
    if (verdict.kind === 'pause') return 'refused'
    if (verdict.kind === 'later') return 'unanswered'
    if (outcome.kind === 'answer' && readEnvelope(outcome.body)) return 'accepted'
  }
  return 'unanswered'
}
