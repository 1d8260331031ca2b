import * as z from 'zod'
import { instance } from '../lifetime'
import { readStudioFile } from '../studio-file'
import { httpExchange, type Outcome } from '../upstream/http-exchange'

const HEALTH_PATH = '/api/health/live'
const LOOPBACK_TIMEOUT_MS = 3_000
const ANSWER_MAX_BYTES = 64 * 1024

const liveSchema = z.object({ status: z.literal('live'), instance: z.string() })

/** The instance of the studio that runs on this data folder: this very process, or the one that its file names. */
export async function runningStudio(dataDir: string): Promise<string | null> {
  if (instance()) return instance()
  const said = readStudioFile(dataDir)
  if (!said) return null
  const host = said.host.includes(':') ? `[${said.host}]` : said.host
  const answer = await askHealth(`http://${host}:${said.port}`, LOOPBACK_TIMEOUT_MS)
  return readInstance(answer) === said.instance ? said.instance : null
}

/** Asks whether a studio lives at an address, as anybody may. */
export function askHealth(base: string, timeoutMs: number): Promise<Outcome> {
  return httpExchange({
    method: 'GET',
    url: base + HEALTH_PATH,
    headers: { accept: 'application/json', 'user-agent': 'AiSphere-Studio' },
    timeoutMs,
    maxBytes: ANSWER_MAX_BYTES,
  })
}

/** The instance that an answer of a studio names; null for any other answer. */
export function readInstance(outcome: Outcome): string | null {
  if (outcome.kind !== 'answer' || outcome.status !== 200) return null
  try {
    return liveSchema.parse(JSON.parse(outcome.body)).instance
  } catch {
    return null // no JSON, or not a studio's
  }
}
