import { EventEmitter, once } from 'node:events'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { parseAnswer, post, send, sendAllThenRead, zeros } from './test-bodies'
import { answerOf, FAST_LIMITS, openTestDoor, type TestDoor } from './test-door'

const MEBIBYTE = 1024 * 1024
const UPLOAD_MAX_BYTES = MEBIBYTE // openTestDoor; a form may add another MiB

let door: TestDoor
afterEach(() => door.close())

describe('a body', () => {
  it.each([
    ['announced', { 'content-length': String(MEBIBYTE) }],
    ['chunked', { 'transfer-encoding': 'chunked' }],
  ])('that is %s and fits reaches Next whole', async (_, headers) => {
    door = await openTestDoor()
    const answer = await send(post(door, '/api/images', { headers }), MEBIBYTE)
    expect(answer).toMatchObject({ status: 200, body: `next read ${MEBIBYTE}` })
  })

  it('reaches Next byte for byte, and a slow reader is not held against the client', async () => {
    const chunks: Buffer[] = []
    const clock = new EventEmitter()
    door = await openTestDoor({
      // No client keeps this pace: it is never cut only because the time it waits for Next does not count.
      bodyLimits: { ...FAST_LIMITS, minBytesPerSecond: 1e12 },
      next: async (request, response) => {
        for await (const chunk of request) {
          chunks.push(chunk)
          await once(clock, 'turn')
        }
        response.end()
      },
    })
    const turns = setInterval(() => clock.emit('turn'), FAST_LIMITS.tickMs)
    const sent = Buffer.from(Array.from({ length: 1_500_000 }, (_, index) => index % 251))
    const request = post(door, '/api/images')
    request.end(sent)
    expect(await answerOf(request)).toMatchObject({ status: 200 })
    clearInterval(turns)
    expect(Buffer.concat(chunks).equals(sent)).toBe(true)
  })

  it('may be read as a web stream, as a route does', async () => {
    door = await openTestDoor({
      next: async (request, response) => {
        let bytes = 0
        for await (const chunk of Readable.toWeb(request)) bytes += chunk.length
        response.end(String(bytes))
      },
    })
    expect(await send(post(door, '/api/images'), 123_456)).toMatchObject({ body: '123456' })
  })

  it('leaves the connection good for the next request', async () => {
    door = await openTestDoor()
    const own = `Host: localhost\r\nOrigin: http://localhost\r\n`
    const first = `POST /api/tasks HTTP/1.1\r\n${own}Content-Length: 3\r\n\r\nabc`
    const second = `GET / HTTP/1.1\r\n${own}Connection: close\r\n\r\n`
    const answers = await door.raw(first + second)
    expect(answers.match(/HTTP\/1.1 200 OK/g)).toHaveLength(2)
    expect(answers).toContain('next read 3')
  })
})

describe('a body that is too large', () => {
  it('of 100 MB is answered, not reset, and reaches nobody', async () => {
    door = await openTestDoor()
    const bytes = 100 * MEBIBYTE
    const head = `POST /api/tasks HTTP/1.1\r\nContent-Length: ${bytes}`
    const answer = parseAnswer(await sendAllThenRead(door, { head, body: zeros(bytes) }))
    expect(answer.status).toBe(413)
    expect(answer.head).toContain('Connection: close')
    const { error } = JSON.parse(answer.body)
    expect(error).toMatchObject({ code: 'body_too_large' })
    expect(error.message).toContain('0.25')
    expect(door.reached).toEqual([])
  }, 30_000)

  it('names the limit of a picture, and lets the form around it pass', async () => {
    door = await openTestDoor()
    const fits = UPLOAD_MAX_BYTES + MEBIBYTE
    const headers = (bytes: number) => ({ headers: { 'content-length': String(bytes) } })
    expect(await send(post(door, '/api/images', headers(fits)), fits)).toMatchObject({
      status: 200,
    })
    const answer = await send(post(door, '/api/images', headers(fits + 1)), fits + 1)
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body).error.message).toContain('1 MB')
  })

  it('is answered at once, and not waited for, when the client waits for leave', async () => {
    const drain = { maxMs: 600_000, maxBytes: MEBIBYTE }
    door = await openTestDoor({ bodyLimits: { ...FAST_LIMITS, drain } })
    const head = `POST /api/tasks HTTP/1.1\r\nContent-Length: 900000\r\nExpect: 100-continue`
    const answer = await sendAllThenRead(door, { head, body: zeros(0) })
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
    expect(answer).not.toContain('100 Continue')
  })

  it('gives leave to one that fits', async () => {
    door = await openTestDoor()
    const headers = { 'content-length': '3', expect: '100-continue' }
    const request = post(door, '/api/tasks', { headers })
    request.flushHeaders()
    await once(request, 'continue')
    request.end('abc')
    expect(await answerOf(request)).toMatchObject({ status: 200, body: 'next read 3' })
  })

  it('and did not say so is cut while it comes in, and still answered', async () => {
    const seen: unknown[] = []
    door = await openTestDoor({
      next: async (request, response) => {
        response.on('close', () => seen.push('Next is told that the client has gone'))
        await text(request).catch((error: unknown) => seen.push(error))
        response.setHeader('x-late', 'yes')
        response.writeHead(500)
        response.end('Next had a say')
      },
    })
    const chunked = async function* () {
      for await (const chunk of zeros(20 * MEBIBYTE)) {
        yield `${Number(chunk.length).toString(16)}\r\n`
        yield chunk
        yield '\r\n'
      }
      yield '0\r\n\r\n'
    }
    const head = 'POST /api/tasks HTTP/1.1\r\nTransfer-Encoding: chunked'
    const body = Readable.from(chunked(), { objectMode: false })
    const answer = parseAnswer(await sendAllThenRead(door, { head, body }))
    expect(answer.status).toBe(413)
    expect(answer.head).toContain('X-Frame-Options: DENY')
    expect(answer.head).not.toContain('x-late')
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'body_too_large' } })
    expect(seen).toContain('Next is told that the client has gone')
    expect(seen).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('cut') }),
    )
  })

  it('is read on only for so long', async () => {
    const drain = { maxMs: 50, maxBytes: 10 * MEBIBYTE }
    door = await openTestDoor({ bodyLimits: { ...FAST_LIMITS, drain } })
    const head = `POST /api/tasks HTTP/1.1\r\nContent-Length: ${MEBIBYTE}`
    expect(await sendAllThenRead(door, { head, body: zeros(1) })).toMatch(/^HTTP\/1.1 413 /)
  })

  it('is read on only up to a size', async () => {
    const drain = { maxMs: 60_000, maxBytes: MEBIBYTE }
    door = await openTestDoor({ bodyLimits: { ...FAST_LIMITS, drain } })
    const bytes = 50 * MEBIBYTE
    const head = `POST /api/tasks HTTP/1.1\r\nContent-Length: ${bytes}`
    await expect(sendAllThenRead(door, { head, body: zeros(bytes) })).rejects.toThrow()
  })
})
