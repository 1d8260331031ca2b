import { request as httpRequest, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answerOf, type Answer, type TestDoor } from './test-door'

/** Begins a post as the studio's own page would. */
export function post({ port }: TestDoor, path: string, options: RequestOptions = {}) {
  const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
  const headers = { ...own, 'content-type': 'application/octet-stream', ...options.headers }
  return httpRequest({ ...options, host: '127.0.0.1', port, path, method: 'POST', headers })
}

export function zeros(bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024)
  const starts = Array.from({ length: Math.ceil(bytes / chunk.length) }, (_, i) => i * chunk.length)
  return Readable.from(
    starts.map((start) => chunk.subarray(0, bytes - start)),
    { objectMode: false },
  )
}

export async function send(request: ReturnType<typeof post>, bytes: number): Promise<Answer> {
  const [answer] = await Promise.all([
    answerOf(request),
    pipeline(zeros(bytes), request).catch(() => {}), // Node's client stops sending when it has an answer
  ])
  return answer
}

/** Reads nothing before all is written, so that a reset on the way would cost it the answer. Then up to `end`, or to the end. */
export async function sendAllThenRead(
  { port }: TestDoor,
  { head, body, end }: { head: string; body: Readable; end?: string },
): Promise<string> {
  const socket = connect(port, '127.0.0.1').pause()
  const own = `Host: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n`
  socket.write(`${head}\r\n${own}\r\n`)
  await pipeline(body, socket, { end: false })
  let answer = ''
  for await (const chunk of socket) {
    answer += chunk
    if (end && answer.includes(end)) break
  }
  return answer
}

export function parseAnswer(answer: string): { status: number; head: string; body: string } {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body }
}
