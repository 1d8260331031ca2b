import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from './context'
import { deliver } from './deliver'
import { openLedger } from './ledger'
import { createLinkFaults } from './link-faults'
import { linkSecret } from './links'
import { createRenderQueue } from './render/render-queue'
import { inlineRenderer, type Renderer } from './render/renderer'
import { envelope, WHOLE } from './reply'
import { createRequestLog } from './request-log'
import { isOwnRoute, route } from './routes/router'
import { createScenarios } from './scenarios/scenarios'
import { settingsSchema, type Settings } from './settings'
import { openTaskFiles } from './task-files'

const HOST = '127.0.0.1'
/** What is being answered when the simulator stops gets this long to end. */
const CLOSE_GRACE_MS = 1000

export interface SimulatorOptions extends Partial<Settings> {
  /** Milliseconds since the epoch; left out: the real time. */
  now?: () => number
  /** Left out: clips are rendered in this thread, between other work. */
  renderer?: Renderer
  /** Hears of what went wrong on the simulator's own side; left out: a line on stderr. */
  onError?: (error: unknown) => void
}

export interface Simulator {
  url: string
  port: number
  /** Finishes what is being written, drops every connection. A second call changes nothing. */
  close: () => Promise<void>
}

/** Starts the acted-out gateway on loopback. Throws when a setting is wrong or the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { now = Date.now, renderer = inlineRenderer(), onError = printError, ...given } = options
  const settings = settingsSchema.parse(given)
  const stopping = new AbortController()
  const files = await openTaskFiles(settings.data)
  const renders = createRenderQueue({ files, renderer, onError })
  const context: Context = {
    settings,
    now,
    origin: () => `http://${HOST}:${portOf(server)}`,
    files,
    ledger: await openLedger(settings.data),
    renders,
    scenarios: createScenarios(),
    linkFaults: createLinkFaults(),
    linkSecret: await linkSecret(settings.data),
    requests: createRequestLog(),
    stopping: stopping.signal,
  }
  const inTheAir = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const served = serve(context, { request, response, onError })
    inTheAir.add(served)
    void served.finally(() => inTheAir.delete(served))
  })
  server.listen(settings.port, HOST)
  await once(server, 'listening')
  for (const task of files.all()) if (task.failure === null) renders.add(task)
  let closed: Promise<void> | null = null
  const close = async () => {
    server.close()
    server.closeIdleConnections()
    await Promise.race([Promise.all(inTheAir), wait(CLOSE_GRACE_MS, undefined, { ref: false })])
    stopping.abort()
    server.closeAllConnections()
    await Promise.all(inTheAir)
    await renders.close()
    await context.ledger.close()
  }
  const port = portOf(server)
  return { url: `http://${HOST}:${port}`, port, close: () => (closed ??= close()) }
}

/** Never rejects. */
async function serve(
  context: Context,
  options: {
    request: IncomingMessage
    response: ServerResponse
    onError: (error: unknown) => void
  },
): Promise<void> {
  const { request, response, onError } = options
  const isLogged = !isOwnRoute(request.url ?? '')
  const line = isLogged ? context.requests.add(request, context.now()) : null
  response.once('finish', () => {
    if (line) line.status = response.statusCode
  })
  try {
    await deliver(response, await route(context, request))
  } catch (error) {
    // A client that left while it was read or answered is not an error of the simulator.
    if (request.destroyed && !request.complete) return
    onError(error)
    await apologise(response)
  }
}

async function apologise(response: ServerResponse): Promise<void> {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const reply = envelope({ status: 500, code: 500000, message: 'internal error' })
  await deliver(response, { reply, delivery: WHOLE })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

function printError(error: unknown): void {
  const err = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const line = { level: 'error', program: 'simulator', msg: 'internal error', err }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
