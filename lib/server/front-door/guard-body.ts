import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { DRAIN, drain, type DrainLimits } from './drain'
import { GuardedRequest } from './guarded-request'
import { refuseOnSocket, type Refusal } from './refuse'

export type BodyLimits = {
  /** A body may be slower than `minBytesPerSecond` for this long. */
  graceMs: number
  minBytesPerSecond: number
  tickMs: number
  drain: DrainLimits
}

export const BODY_LIMITS: BodyLimits = {
  graceMs: 10_000,
  minBytesPerSecond: 1024,
  tickMs: 1_000,
  drain: DRAIN,
}

type Options = {
  request: IncomingMessage
  response: ServerResponse
  maxBytes: number
  tooLarge: Refusal
  limits?: BodyLimits
}

/**
 * The request to hand on in place of `request`. Its body is counted and clocked on the way: one that grows beyond
 * `maxBytes` without having announced it, or comes in too slowly, is cut, and the client gets its answer from here.
 */
export function guardBody(options: Options): IncomingMessage {
  const { request, response, maxBytes, tooLarge, limits = BODY_LIMITS } = options
  const guarded = new GuardedRequest(request, () => void request.resume())
  let bytes = 0

  const handOn = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) cut(tooLarge)
    else if (!guarded.push(chunk)) request.pause()
  }
  const complete = () => {
    guarded.complete = true
    guarded.push(null)
  }
  const breakOff = () => {
    if (!guarded.complete) guarded.destroy(new Error('the request broke off'))
  }
  const letGo = () => {
    stopClock()
    request.off('data', handOn).off('end', complete)
  }
  const cut = (refusal: Refusal) => {
    letGo()
    const socket = takeOver(response)
    guarded.destroy(new Error(`the request was cut: ${refusal.code}`))
    if (socket) void answerInstead({ socket, request, refusal, limits: limits.drain })
  }
  const stopClock = watchPace({
    request,
    limits,
    received: () => bytes,
    onSlow: () => cut({ code: 'request_timeout' }),
  })

  request.on('data', handOn).on('end', complete).on('error', breakOff).on('close', breakOff)
  request.once('end', stopClock).once('close', stopClock)
  // Answered before the body was read: the rest goes nowhere, and not for ever.
  response.once('finish', () => {
    letGo()
    void drain(request, limits.drain).then(() => request.complete || request.socket.destroy())
  })
  return guarded
}

type Pace = {
  request: IncomingMessage
  limits: BodyLimits
  received: () => number
  onSlow: () => void
}

/** Only the time that the client is waited for counts; while the reader is behind, the request is paused. */
function watchPace({ request, limits, received, onSlow }: Pace): () => void {
  const { tickMs, graceMs, minBytesPerSecond } = limits
  let waitedMs = 0
  const clock = setInterval(() => {
    if (!request.isPaused()) waitedMs += tickMs
    if (waitedMs > graceMs && received() < (minBytesPerSecond * waitedMs) / 1000) onSlow()
  }, tickMs)
  return () => clearInterval(clock)
}

/**
 * Takes the connection away from a response that Next still holds: to Next it looks as if the client had gone. Null, and
 * the connection closed, when an answer has already begun.
 */
function takeOver(response: ServerResponse): Socket | null {
  const { socket } = response
  if (!socket) return null
  if (response.headersSent) {
    socket.destroy()
    return null
  }
  response.detachSocket(socket)
  response.destroy()
  response.emit('close')
  return socket
}

type Answer = { socket: Socket; request: IncomingMessage; refusal: Refusal; limits: DrainLimits }

async function answerInstead({ socket, request, refusal, limits }: Answer): Promise<void> {
  refuseOnSocket(socket, request, refusal)
  await drain(request, limits)
  socket.destroySoon()
}
