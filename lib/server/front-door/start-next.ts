import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'

export type RunningNext = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => Promise<void>
}

/**
 * Next in this process. It adds an `upgrade` listener of its own to the server that it is given, in production too: it gets
 * a server that never listens, and upgrades reach it only through `upgrade`.
 */
export async function startNext(options: {
  isDev: boolean
  hostname: string
  port: number
}): Promise<RunningNext> {
  const { isDev: dev, hostname, port } = options
  const decoy = createServer()
  const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: decoy })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (request, response) => {
      keepTypeReadable(response)
      return handle(request, response)
    },
    upgrade: (request, socket, head) => void decoy.emit('upgrade', request, socket, head),
    close: () => app.close(),
  }
}

/** Next gives the type of a route's answer as a list of one, and its own compressor passes over what is not a string. */
function keepTypeReadable(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => {
    const isType = name.toLowerCase() === 'content-type'
    return setHeader(name, isType && typeof value === 'object' ? value.join(', ') : value)
  }
}
