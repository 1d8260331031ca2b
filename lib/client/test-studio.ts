import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { forgetUploads } from './pictures/recent-uploads'

/** The page around a test; vitest's jsdom environment puts it there. */
declare const jsdom: { reconfigure: (options: { url: string }) => void }

export type Seen = { method: string; path: string; key: string | undefined; body: string }
type Answer = { status?: number; json?: unknown; text?: string }
/** What a route says; null leaves the question without an answer. */
type Route = (seen: Seen) => Answer | null | Promise<Answer | null>

/**
 * A real HTTP server that says what a test lets it say, under `METHOD /path` without the query; the page is put at
 * its address, so that the client's own requests arrive there.
 */
export async function startTestStudio(routes: Record<string, Route>) {
  forgetUploads()
  const seen: Seen[] = []
  const server = createServer((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // jsdom's uploads still come from the origin that the page had first, and ask whether they may.
    response.setHeader('access-control-allow-origin', '*')
    if (request.method === 'OPTIONS') return void response.end()
    const asked = await readQuestion(request)
    seen.push(asked)
    const route = routes[`${asked.method} ${asked.path.split('?')[0]}`]
    const said = route ? await route(asked) : { status: 404, json: anError('not_found', 'Gone.') }
    if (!said) return void request.socket.destroy()
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json' })
    response.end(said.text ?? JSON.stringify(said.json))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${portOf(server.address())}`
  jsdom.reconfigure({ url })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url,
    seen,
    /** What came in under a route so far. */
    asked: (route: string) =>
      seen.filter(({ method, path }) => `${method} ${path.split('?')[0]}` === route),
  }
}

export function anError(
  code: string,
  message: string,
  fields?: { path: string; code: string; message: string }[],
) {
  return { error: { code, message, fields } }
}

async function readQuestion(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const key = request.headers['idempotency-key']
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    key: typeof key === 'string' ? key : undefined,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}
