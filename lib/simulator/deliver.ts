import { once } from 'node:events'
import { STATUS_CODES, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Reply } from './reply'

/** Pieces of a slow answer leave this often; fewer bytes than that a second leave one by one. */
const PIECES_PER_SECOND = 20

/**
 * Sends an answer, misbehaving as told. A client that goes away while it is being served is
 * nobody's fault and ends the delivery silently.
 */
export async function deliver(response: ServerResponse, answer: Answer): Promise<void> {
  const { reply, delivery } = answer
  // Gone before the answer was ready.
  if (response.req.socket.destroyed) return
  if (delivery.kind === 'hang') return
  if (delivery.kind === 'cut') {
    response.req.socket.destroy()
    return
  }
  const left = new AbortController()
  response.once('close', () => left.abort())
  try {
    if (delivery.kind === 'slow') await deliverSlowly(response, { ...delivery, reply, left })
    else if (delivery.kind === 'truncate')
      await deliverTruncated(response, { ...delivery, reply, left })
    else await deliverWhole(response, reply)
  } catch (error) {
    if (!left.signal.aborted) throw error
  }
}

async function deliverWhole(response: ServerResponse, reply: Reply): Promise<void> {
  response.writeHead(reply.status, reply.headers)
  if (hasNoBody(response, reply)) response.end()
  else await pipeline(reply.body.open(), response)
}

/** Declares the whole length, sends the first bytes, and drops the connection. */
async function deliverTruncated(
  response: ServerResponse,
  options: { reply: Reply; bytes: number; left: AbortController },
): Promise<void> {
  const { reply, bytes, left } = options
  response.writeHead(reply.status, reply.headers)
  response.flushHeaders()
  let open = bytes
  for await (const chunk of chunksOf(reply)) {
    if (open <= 0) break
    await write(response, chunk.subarray(0, open), left)
    open -= chunk.length
  }
  response.req.socket.destroySoon()
}

async function deliverSlowly(
  response: ServerResponse,
  options: { reply: Reply; bytesPerSecond: number; head: boolean; left: AbortController },
): Promise<void> {
  const { reply, bytesPerSecond, head, left } = options
  if (head) await writeHeadSlowly(response, options)
  else response.writeHead(reply.status, reply.headers)
  if (!hasNoBody(response, reply)) {
    for await (const chunk of chunksOf(reply)) {
      for (const piece of piecesOf(chunk, bytesPerSecond)) {
        await wait((piece.length / bytesPerSecond) * 1000, undefined, { signal: left.signal })
        if (head) response.req.socket.write(piece)
        else await write(response, piece, left)
      }
    }
  }
  if (head) response.req.socket.end()
  else response.end()
}

/** node:http sends a head in one piece, so the bytes are put on the socket by hand. */
async function writeHeadSlowly(
  response: ServerResponse,
  options: { reply: Reply; bytesPerSecond: number; left: AbortController },
): Promise<void> {
  const { reply, bytesPerSecond, left } = options
  const lines = [`HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}`]
  for (const [name, value] of Object.entries(reply.headers)) lines.push(`${name}: ${value}`)
  const head = Buffer.from([...lines, 'connection: close', '', ''].join('\r\n'))
  for (const piece of piecesOf(head, bytesPerSecond)) {
    await wait((piece.length / bytesPerSecond) * 1000, undefined, { signal: left.signal })
    response.req.socket.write(piece)
  }
}

function* piecesOf(chunk: Buffer, bytesPerSecond: number): Generator<Buffer> {
  const size = Math.max(1, Math.floor(bytesPerSecond / PIECES_PER_SECOND))
  for (let start = 0; start < chunk.length; start += size) yield chunk.subarray(start, start + size)
}

async function* chunksOf(reply: Reply): AsyncGenerator<Buffer> {
  for await (const chunk of reply.body.open()) yield Buffer.from(chunk)
}

/** Waits until there is room again, or the client has left. */
async function write(
  response: ServerResponse,
  chunk: Buffer,
  left: AbortController,
): Promise<void> {
  if (!response.write(chunk)) await once(response, 'drain', { signal: left.signal })
}

function hasNoBody(response: ServerResponse, reply: Reply): boolean {
  return response.req.method === 'HEAD' || reply.status === 204 || reply.status === 304
}
