import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { ErrorCode } from '@/lib/shared/errors'
import { ACCESS_HEADER } from '../accounts/person'
import { isDatabaseBusy } from '../db/driver-error'
import { decideRequest, isHotReload, type DoorRules } from './decide-request'
import { hasBody } from './drain'
import { BODY_LIMITS, guardBody, type BodyLimits } from './guard-body'
import { stripInternalHeaders } from './internal-headers'
import { serveArchive, type OpenArchive } from './serve-archive'
import { serveMedia, type FindFile, type OpenFile } from './media'
import { refuse, refuseOnSocket, type Refusal } from './refuse'
import { contentPolicy, makeNonce, securityHeaders } from './security-headers'

type Exchange = { request: IncomingMessage; response: ServerResponse }

export type FrontDoorOptions = {
  /** Everything that is not refused and not media. */
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  rules: DoorRules
  find: FindFile
  openFile: OpenFile
  openArchive: OpenArchive
  log: Logger
  /** Takes the upgrades of Next's development server; without it all are refused. */
  onDevUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  bodyLimits?: BodyLimits
}

export type FrontDoor = {
  server: Server
  /** Waits until every answer that has begun is given, at most so long, then cuts the rest off and stops listening. */
  close(graceMs: number): Promise<void>
}

const SERVER_OPTIONS: ServerOptions = {
  requireHostHeader: false, // answered here, so that this answer too has its headers
  headersTimeout: 30_000,
  requestTimeout: 30 * 60_000, // 50 MB over a slow line; what stands still is cut by guard-body
  keepAliveTimeout: 30_000,
}

const BUSY: Refusal = { code: 'busy', headers: { 'Retry-After': '2' } }

/** The server before Next: it refuses what Next should never see, serves the media itself and hands on the rest. */
export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const answering = new Set<ServerResponse>()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
    answer(options, { request, response }).catch((error: unknown) => {
      if (!response.headersSent && isDatabaseBusy(error)) {
        return void refuse({ request, response }, BUSY)
      }
      options.log.error({ err: error, url: request.url }, 'a request failed in the front door')
      if (response.headersSent) response.destroy()
      else void refuse({ request, response }, { code: 'internal' })
    })
  }
  const server = createServer(SERVER_OPTIONS)
  server.on('request', handle)
  server.on('checkContinue', handle)
  server.on('checkExpectation', (request, response) => {
    setHeaders({ request, response }, options.rules.isDev)
    void refuse({ request, response }, { code: 'bad_request' })
  })
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!options.onDevUpgrade || !isHotReload(request)) {
      return refuseAndClose(socket, { request, code: 'bad_request' })
    }
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    options.onDevUpgrade(request, socket, head)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const hasBegun = [...answering].some((each) => each.socket === socket && each.headersSent)
    if (hasBegun || error.code === 'ECONNRESET') return socket.destroy()
    const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
    refuseAndClose(socket, { request: null, code: isSlow ? 'request_timeout' : 'bad_request' })
  })
  return { server, close: (graceMs) => closeServer({ server, answering, upgraded, graceMs }) }
}

async function answer(options: FrontDoorOptions, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const { rules, bodyLimits: limits = BODY_LIMITS } = options
  stripInternalHeaders(request)
  setHeaders(exchange, rules.isDev)
  const decision = decideRequest(request, rules)
  if (decision.kind === 'refuse') {
    return refuse({ ...exchange, limits: limits.drain }, decision.refusal)
  }
  if (decision.kind === 'media') {
    const { find, openFile, openArchive } = options
    const { address } = decision
    return address.kind === 'selection'
      ? serveArchive({ ...exchange, id: address.id, openArchive })
      : serveMedia({ ...exchange, address, find, openFile })
  }
  if (decision.access === 'open') request.headers[ACCESS_HEADER] = 'open'
  if (!hasBody(request)) return options.next(request, response)
  if (request.headers.expect !== undefined) response.writeContinue()
  const { maxBytes, tooLarge } = decision
  return options.next(guardBody({ request, response, maxBytes, tooLarge, limits }), response)
}

/** Next reads the nonce from the request's own policy and puts it on its scripts. */
function setHeaders({ request, response }: Exchange, isDev: boolean): void {
  const nonce = makeNonce()
  request.headers['content-security-policy'] = contentPolicy({ nonce, isDev })
  request.headers['x-nonce'] = nonce
  for (const [name, value] of Object.entries(securityHeaders({ nonce, isDev }))) {
    response.setHeader(name, value)
  }
}

function refuseAndClose(
  socket: Duplex,
  { request, code }: { request: IncomingMessage | null; code: ErrorCode },
): void {
  socket.on('error', () => socket.destroy())
  refuseOnSocket(socket, request, { code })
  socket.end(() => socket.destroy())
}

type Closing = {
  server: Server
  answering: Set<ServerResponse>
  upgraded: Set<Duplex>
  graceMs: number
}

async function closeServer({ server, answering, upgraded, graceMs }: Closing): Promise<void> {
  const ends = [...answering].map((response) => once(response, 'close'))
  await Promise.race([Promise.allSettled(ends), wait(graceMs, undefined, { ref: false })])
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
    // Node no longer counts these among its own, yet waits for them.
    for (const socket of upgraded) socket.destroy()
  })
}
