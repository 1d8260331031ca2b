import http from 'node:http'
import https from 'node:https'

export type ExchangeRequest = {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
  timeoutMs: number
  /** Bytes of the answer; a longer one is cut and marked. */
  maxBytes: number
  signal?: AbortSignal
  /** The whole request is in the system's hands; the first of the answer is there. */
  onSent?: () => void
  onAnswering?: () => void
}

/** Of an answer that is cut, so much is kept: enough to see what it was. */
const CUT_BYTES = 16_384

/** How one exchange ended. `not_delivered` is sure: no byte of the request left this machine. */
export type Outcome =
  | { kind: 'not_delivered'; cause: string }
  | { kind: 'no_answer'; cause: string }
  | { kind: 'answer'; status: number; headers: AnswerHeaders; body: string; isCut: boolean }

type AnswerHeaders = {
  location?: string
  retryAfter?: string
  contentType?: string
  date?: string
}

/**
 * One request on a fresh socket, never a redirect followed, never repeated. A pooled socket could die under a paid request
 * and leave open whether it was delivered, and `fetch` pools even with `Connection: close`.
 */
export function httpExchange(request: ExchangeRequest): Promise<Outcome> {
  const url = new URL(request.url)
  const { request: start } = url.protocol === 'https:' ? https : http
  const connected = url.protocol === 'https:' ? 'secureConnect' : 'connect'
  return new Promise((resolve) => {
    let isConnected = false
    const outgoing = start(url, {
      agent: false,
      method: request.method,
      headers: { ...request.headers, connection: 'close', 'accept-encoding': 'identity' },
    })
    const deadline = setTimeout(() => outgoing.destroy(new Error('timeout')), request.timeoutMs)
    const abort = () => outgoing.destroy(new Error('aborted'))
    request.signal?.addEventListener('abort', abort, { once: true })
    const end = (outcome: Outcome) => {
      clearTimeout(deadline)
      request.signal?.removeEventListener('abort', abort)
      resolve(outcome)
    }
    const fail = (error: Error & { code?: string }) =>
      end({ kind: isConnected ? 'no_answer' : 'not_delivered', cause: error.code ?? error.message })

    outgoing.on('socket', (socket) => socket.once(connected, () => (isConnected = true)))
    outgoing.on('error', fail)
    if (request.onSent) outgoing.on('finish', request.onSent)
    outgoing.on('response', (answer) => {
      request.onAnswering?.()
      readAnswer(answer, request.maxBytes).then(end, fail)
    })
    outgoing.end(request.body)
  })
}

async function readAnswer(answer: http.IncomingMessage, maxBytes: number): Promise<Outcome> {
  const { body, isCut } = await readBody(answer, maxBytes)
  const { location, 'retry-after': retryAfter, 'content-type': contentType, date } = answer.headers
  return {
    kind: 'answer',
    status: answer.statusCode ?? 0,
    headers: { location, retryAfter, contentType, date },
    body: body.toString('utf8'),
    isCut,
  }
}

/** Twenty questions at once may all be answered without end: none of them keeps more than it must. */
async function readBody(answer: http.IncomingMessage, maxBytes: number) {
  const isDeclaredLonger = Number(answer.headers['content-length'] ?? 0) > maxBytes
  const limit = isDeclaredLonger ? Math.min(CUT_BYTES, maxBytes) : maxBytes
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer) {
    if (!Buffer.isBuffer(chunk)) continue
    bytes += chunk.length
    chunks.push(chunk)
    if (bytes <= limit) continue
    answer.destroy()
    return { body: firstBytes(chunks, Math.min(CUT_BYTES, maxBytes)), isCut: true }
  }
  return { body: Buffer.concat(chunks), isCut: false }
}

/** A copy, so that the rest can go. */
function firstBytes(chunks: readonly Buffer[], count: number): Buffer {
  return Buffer.from(Buffer.concat(chunks).subarray(0, count))
}
