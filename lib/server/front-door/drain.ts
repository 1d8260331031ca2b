import type { IncomingMessage } from 'node:http'

export type DrainLimits = { maxMs: number; maxBytes: number }

/** Long enough for a browser that is in the middle of 100 MB; short enough for one that never ends. */
export const DRAIN: DrainLimits = { maxMs: 10_000, maxBytes: 256 * 1024 * 1024 }

export function hasBody(request: IncomingMessage): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers
  return encoding !== undefined || length !== '0'
}

/**
 * Reads the rest of a body and throws it away: a connection that is closed while the other side still writes is reset,
 * and its answer is lost with it. Resolves at the body's end, at its abortion, or when a limit is reached.
 */
export function drain(request: IncomingMessage, { maxMs, maxBytes }: DrainLimits): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) finish()
    }
    const finish = () => {
      clearTimeout(timer)
      request.off('data', count).off('end', finish).off('close', finish)
      resolve()
    }
    const timer = setTimeout(finish, maxMs)
    if (request.complete || request.destroyed) return finish()
    request.on('data', count).on('end', finish).on('close', finish).resume()
  })
}
