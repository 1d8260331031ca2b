import http from 'node:http'
import https from 'node:https'
import { Transform, type Readable } from 'node:stream'
import { guardedLookup, isRefusedHost, RefusedAddressError } from './address-guard'

type Options = {
  /** An origin (scheme, host, port) that is exempt: a local gateway's own. Everything else must be public https. */
  allowedOrigin: string | null
  /** From the first connection to the last byte. */
  timeoutMs: number
  maxRedirects: number
  /** A longer body ends in an error. */
  maxBytes?: number
  signal?: AbortSignal
}

export type GuardedAnswer =
  | {
      kind: 'answer'
      status: number
      headers: Record<string, string | undefined>
      url: string
      body: Readable
    }
  | { kind: 'refused-address' }
  | { kind: 'failed'; cause: unknown }

export class TooManyBytesError extends Error {
  override readonly name = 'TooManyBytesError'
}

/** GET without credentials, every hop checked: for a picture's link and for clips. The caller consumes or destroys `body`. */
export async function guardedGet(url: string, options: Options): Promise<GuardedAnswer> {
  const deadline = startDeadline(options)
  const answer = await follow(url, { ...options, signal: deadline.signal })
  if (answer.kind === 'answer') answer.body.once('close', deadline.release)
  else deadline.release()
  return answer
}

/**
 * Held by its timer. What AbortSignal.timeout and AbortSignal.any make may be collected by Node 20 while the body still comes:
 * then it never fires, and a link that drips would be read for ever.
 */
function startDeadline({ timeoutMs, signal }: Options) {
  const controller = new AbortController()
  const end = () => controller.abort()
  const timer = setTimeout(end, timeoutMs)
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  const release = () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
  return { signal: controller.signal, release }
}

async function follow(
  url: string,
  options: Options & { signal: AbortSignal },
): Promise<GuardedAnswer> {
  let next = url
  for (let hop = 0; hop <= options.maxRedirects; hop += 1) {
    const target = URL.canParse(next) ? new URL(next) : null
    if (!target || isRefused(target, options.allowedOrigin)) return { kind: 'refused-address' }
    const answer = await getOnce(target, options)
    if (answer.kind !== 'answer') return answer
    const { location } = answer.headers
    if (answer.status < 300 || answer.status >= 400 || !location) return answer
    answer.body.destroy()
    next = URL.canParse(location, target.href) ? new URL(location, target).href : ''
  }
  return { kind: 'failed', cause: new Error('too many redirects') }
}

function isRefused(target: URL, allowedOrigin: string | null): boolean {
  if (target.username || target.password) return true
  if (target.origin === allowedOrigin) return false
  return target.protocol !== 'https:' || isRefusedHost(target.hostname)
}

function getOnce(target: URL, options: Options & { signal: AbortSignal }): Promise<GuardedAnswer> {
  const isExempt = target.origin === options.allowedOrigin
  const { request } = target.protocol === 'https:' ? https : http
  return new Promise((resolve) => {
    const outgoing = request(target, {
      agent: false,
      signal: options.signal,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'AiSphere-Studio' },
      ...(isExempt ? {} : { lookup: guardedLookup }),
    })
    outgoing.on('error', (cause) =>
      resolve(
        cause instanceof RefusedAddressError
          ? { kind: 'refused-address' }
          : { kind: 'failed', cause },
      ),
    )
    outgoing.on('response', (answer) => {
      resolve({
        kind: 'answer',
        status: answer.statusCode ?? 0,
        headers: flatten(answer.headers),
        url: target.href,
        body: limited(answer, options.maxBytes),
      })
    })
    outgoing.end()
  })
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

/** Passes a body on until it is longer than it may be; an error on either side ends both. */
function limited(source: http.IncomingMessage, maxBytes = Infinity): Readable {
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(new TooManyBytesError(`more than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
  source.on('error', (error) => limit.destroy(error))
  source.on('aborted', () => limit.destroy(new Error('the answer broke off')))
  limit.on('close', () => source.destroy())
  // Nobody may be listening yet when a connection breaks; the reader still sees the error when it reads.
  limit.on('error', () => {})
  return source.pipe(limit)
}
