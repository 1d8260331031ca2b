import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** Bytes of known length that are only opened when they are sent. */
export interface Body {
  bytes: number
  open: () => Readable
}

export interface Reply {
  status: number
  headers: Readonly<Record<string, string>>
  body: Body
}

/** How a reply goes out; everything but `whole` is misbehaviour that a scenario asked for. */
export type Delivery =
  | { kind: 'whole' }
  | { kind: 'slow'; bytesPerSecond: number; head: boolean }
  | { kind: 'truncate'; bytes: number }
  | { kind: 'cut' }
  | { kind: 'hang' }

export interface Answer {
  reply: Reply
  delivery: Delivery
}

export const WHOLE: Delivery = { kind: 'whole' }

export function bytesBody(content: string | Uint8Array): Body {
  const bytes = Buffer.from(content)
  return { bytes: bytes.length, open: () => Readable.from([bytes]) }
}

/** Headers are sent as given; Content-Type and Content-Length are added where they are missing. */
export function reply(options: {
  status: number
  contentType: string
  body: Body
  headers?: Readonly<Record<string, string>>
  /** Nothing says how long it is. */
  isUndeclared?: boolean
}): Reply {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(options.headers ?? {}))
    given[name.toLowerCase()] = value
  const headers = {
    'content-type': options.contentType,
    ...(options.isUndeclared ? {} : { 'content-length': String(options.body.bytes) }),
    ...given,
  }
  return { status: options.status, headers, body: options.body }
}

export function jsonReply(status: number, value: unknown): Reply {
  return reply({
    status,
    contentType: 'application/json; charset=utf-8',
    body: bytesBody(JSON.stringify(value)),
  })
}

/** The page's answer. A refusal carries no data. */
export function envelope(options: {
  status: number
  code: number
  message: string
  data?: unknown
}): Reply {
  const { status, code, message, data = null } = options
  return jsonReply(status, { code, data, message, request_id: randomUUID() })
}

/** What stands in front of a real gateway says this about a route that does not exist. */
export function bareNotFound(): Reply {
  const html =
    '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n' +
    '<center><h1>404 Not Found</h1></center>\r\n</body>\r\n</html>\r\n'
  return reply({ status: 404, contentType: 'text/html', body: bytesBody(html) })
}
