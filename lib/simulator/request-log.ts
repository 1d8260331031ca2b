import type { IncomingMessage } from 'node:http'

const MAX_REQUESTS = 1000

export interface LoggedRequest {
  at: string
  method: string
  path: string
  headers: Record<string, string | string[]>
  /** What was answered; null while nothing was. */
  status: number | null
}

export interface RequestLog {
  /** Returns the line, whose status is still open. */
  add: (request: IncomingMessage, now: number) => LoggedRequest
  list: () => readonly LoggedRequest[]
}

/** The last thousand requests, without the key, for tests to look at. */
export function createRequestLog(): RequestLog {
  const lines: LoggedRequest[] = []
  return {
    add: (request, now) => {
      const line: LoggedRequest = {
        at: new Date(now).toISOString(),
        method: request.method ?? '',
        path: request.url ?? '',
        headers: headersWithoutKey(request),
        status: null,
      }
      lines.push(line)
      if (lines.length > MAX_REQUESTS) lines.shift()
      return line
    },
    list: () => lines,
  }
}

function headersWithoutKey(request: IncomingMessage): LoggedRequest['headers'] {
  const headers: LoggedRequest['headers'] = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'authorization' && value !== undefined) headers[name] = value
  }
  return headers
}
