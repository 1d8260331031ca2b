import { once } from 'node:events'
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { BODY_LIMITS, type BodyLimits } from './guard-body'
import { createFrontDoor, type FrontDoorOptions } from './front-door'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
type Next = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A front door on a free port, with a function in Next's place that keeps what reached it. */
export async function openTestDoor(
  options: Partial<Omit<FrontDoorOptions, 'next' | 'rules'>> & {
    next?: Next
    rules?: Partial<FrontDoorOptions['rules']>
    bodyLimits?: BodyLimits
  } = {},
) {
  const reached: IncomingMessage[] = []
  const next: Next = async (request, response) => {
    reached.push(request)
    await (options.next ?? answerWithBody)(request, response)
  }
  const door = createFrontDoor({
    find: async () => null,
    openFile: async () => null,
    openArchive: async () => null,
    log: pino({ level: 'silent' }),
    ...options,
    next,
    rules: {
      isDev: false,
      uploadMaxBytes: 1024 * 1024,
      isSigned: (url) => url.endsWith('signature=good'),
      closing: new AbortController().signal,
      ...options.rules,
    },
  })
  door.server.listen(0, '127.0.0.1')
  await once(door.server, 'listening')
  const port = portOf(door.server.address())
  return {
    door,
    port,
    reached,
    /** As the studio's own page would ask, unless told otherwise. */
    ask: (path: string, asked?: RequestOptions & { body?: string }) => ask(port, path, asked),
    /** Writes a request by hand and answers with all that came back until the connection ended. */
    raw: (bytes: string) => raw(port, bytes),
    close: () => door.close(0),
  }
}
export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>

export const FAST_LIMITS: BodyLimits = { ...BODY_LIMITS, graceMs: 100, tickMs: 20 }

async function answerWithBody(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request)
  if (!response.destroyed) response.end(`next read ${body.length}`)
}

function portOf(address: ReturnType<FrontDoorServer['address']>): number {
  if (!address || typeof address === 'string') throw new Error('the front door does not listen')
  return address.port
}
type FrontDoorServer = ReturnType<typeof createFrontDoor>['server']

async function ask(
  port: number,
  path: string,
  { body, headers, ...asked }: RequestOptions & { body?: string } = {},
): Promise<Answer> {
  const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    agent: false,
    headers: { ...own, ...headers },
    ...asked,
  })
  request.end(body)
  return answerOf(request)
}

export async function answerOf(request: ReturnType<typeof httpRequest>): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    request.once('response', resolve).once('error', reject),
  )
  request.on('error', () => {}) // closed under a body that was still being sent; the answer is here
  const { statusCode: status = 0, headers } = response
  return { status, headers, body: await text(response) }
}

async function raw(port: number, bytes: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}
