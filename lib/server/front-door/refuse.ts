import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { ERROR_STATUS, type ErrorCode, type MessageValues } from '@/lib/shared/errors'
import { LOCALE_COOKIE, pickLocale, type Locale } from '@/lib/shared/locale'
import type { ErrorBody } from '@/lib/shared/wire'
import { sentence } from '../sentences'
import { DRAIN, drain, hasBody, type DrainLimits } from './drain'
import { makeNonce, securityHeaders } from './security-headers'

export type Refusal = {
  code: ErrorCode
  values?: MessageValues
  /** Beside those of every answer. */
  headers?: Record<string, string>
}

type Options = { request: IncomingMessage; response: ServerResponse; limits?: DrainLimits }

/**
 * Answers with the sentence of a code. Where a body is still coming in, the whole answer goes out first, and the
 * connection is closed when the rest has been read.
 */
export async function refuse(options: Options, refusal: Refusal): Promise<void> {
  const { request, response, limits = DRAIN } = options
  const { head, body } = compose(request, refusal)
  // Who says `Expect: 100-continue` waits for this answer before sending anything.
  const isSending = hasBody(request) && !request.complete && request.headers.expect === undefined
  if (hasBody(request)) response.setHeader('Connection', 'close')
  response.writeHead(ERROR_STATUS[refusal.code], head)
  if (!isSending) return void response.end(body)
  response.write(body)
  await drain(request, limits)
  response.end() // and with it the connection
}

/** The same on a bare socket, where there is no response or it is in other hands. The caller closes the socket. */
export function refuseOnSocket(
  socket: Duplex,
  request: IncomingMessage | null,
  refusal: Refusal,
): void {
  if (!socket.writable) return
  const status = ERROR_STATUS[refusal.code]
  const { head, body } = compose(request, refusal)
  const headers = {
    ...securityHeaders({ nonce: makeNonce(), isDev: false }),
    ...head,
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`)
}

function compose(request: IncomingMessage | null, { code, values, headers }: Refusal) {
  const locale = request ? localeOf(request) : 'en'
  const message = sentence(locale, 'errors', code, values)
  const { type, body } = inFormOf(request?.url, { code, message, locale })
  const head = {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    ...headers,
  }
  return { head, body }
}

/** JSON for the API, a page for a page. A script is an empty one: of another type the browser would complain beside the status. */
function inFormOf(
  url: string | undefined,
  { code, message, locale }: { code: ErrorCode; message: string; locale: Locale },
): { type: string; body: string } {
  if (url === undefined || url.startsWith('/api/')) {
    const body: ErrorBody = { error: { code, message } }
    return { type: 'application/json', body: JSON.stringify(body) }
  }
  if (/^\/_next\/static\/[^?]*\.js(\?|$)/.test(url)) return { type: 'text/javascript', body: '' }
  return { type: 'text/html', body: page(locale, message) }
}

function page(locale: Locale, message: string): string {
  const text = message.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>AiSphere Studio</title><p>${text}</p></html>\n`
}

function localeOf({ headers }: IncomingMessage): Locale {
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1]
  return pickLocale({ cookie, acceptLanguage: headers['accept-language'] })
}
