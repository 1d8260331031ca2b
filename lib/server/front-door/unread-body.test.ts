import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { post, send, sendAllThenRead, zeros } from './test-bodies'
import { answerOf, FAST_LIMITS, openTestDoor, type TestDoor } from './test-door'

const MEBIBYTE = 1024 * 1024

let door: TestDoor
afterEach(() => door.close())

describe('a slow body', () => {
  it.each([
    ['announced', { 'content-length': '1000' }],
    ['chunked', { 'transfer-encoding': 'chunked' }],
  ])('that is %s is answered 408 and the connection closed', async (_, headers) => {
    door = await openTestDoor({ bodyLimits: { ...FAST_LIMITS, drain: { maxMs: 50, maxBytes: 1 } } })
    const request = post(door, '/api/images', { headers })
    request.write('a')
    const answer = await answerOf(request)
    expect(answer).toMatchObject({ status: 408, headers: { connection: 'close' } })
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'request_timeout' } })
    if (!request.destroyed) await once(request, 'close')
  })

  it('is let in while it keeps the pace', async () => {
    const bodyLimits = { ...FAST_LIMITS, minBytesPerSecond: 20 }
    door = await openTestDoor({ bodyLimits })
    const request = post(door, '/api/images', { headers: { 'content-length': '30' } })
    const drip = setInterval(() => {
      request.write('abc')
      drops += 1
      if (drops === 10) finish()
    }, bodyLimits.tickMs)
    let drops = 0
    const finish = () => {
      clearInterval(drip)
      request.end()
    }
    expect(await answerOf(request)).toMatchObject({ status: 200, body: 'next read 30' })
  })

  it('ends the reading in Next', async () => {
    const ends: unknown[] = []
    door = await openTestDoor({
      bodyLimits: { ...FAST_LIMITS, drain: { maxMs: 50, maxBytes: 1 } },
      next: async (request) =>
        void (await text(request).catch((error: unknown) => ends.push(error))),
    })
    const request = post(door, '/api/images', { headers: { 'content-length': '1000' } })
    request.write('a')
    await answerOf(request)
    await expect.poll(() => ends.length).toBe(1)
  })
})

describe('a body that nobody reads', () => {
  it('does not keep the answer from the client', async () => {
    const bytes = 40 * MEBIBYTE // more than lies between two sockets
    door = await openTestDoor({
      rules: { uploadMaxBytes: bytes },
      next: async (_, response) => void response.writeHead(422).end('not like this'),
    })
    const head = `POST /api/images HTTP/1.1\r\nConnection: keep-alive\r\nContent-Length: ${bytes}`
    const answer = await sendAllThenRead(door, { head, body: zeros(bytes), end: 'not like this' })
    expect(answer).toMatch(/^HTTP\/1.1 422 /)
  })

  it('is not read for ever', async () => {
    const drain = { maxMs: 50, maxBytes: 10 * MEBIBYTE }
    door = await openTestDoor({
      bodyLimits: { ...FAST_LIMITS, drain },
      next: async (_, response) => void response.writeHead(422).end('not like this'),
    })
    const head = 'POST /api/images HTTP/1.1\r\nContent-Length: 1000'
    expect(await sendAllThenRead(door, { head, body: zeros(1) })).toContain('not like this')
  })

  it('does not cut the connection when its reader gives up half-way', async () => {
    door = await openTestDoor({
      next: async (request, response) => {
        // Leaving a stream's loop destroys it, as a failing parser does.
        for await (const chunk of request) if (chunk.length > 0) break
        response.writeHead(422).end('enough')
      },
    })
    const bytes = 2 * MEBIBYTE
    const answer = await send(
      post(door, '/api/images', { headers: { 'content-length': String(bytes) } }),
      bytes,
    )
    expect(answer).toMatchObject({ status: 422, body: 'enough' })
  })

  it('is told to Next as an error when it breaks off', async () => {
    const ends: unknown[] = []
    door = await openTestDoor({
      next: async (request) =>
        void (await text(request).catch((error: unknown) => ends.push(error))),
    })
    const socket = connect(door.port, '127.0.0.1')
    const own = `Host: localhost\r\nOrigin: http://localhost\r\n`
    socket.write(`POST /api/images HTTP/1.1\r\n${own}Content-Length: 10\r\n\r\nabc`)
    await expect.poll(() => door.reached.length).toBe(1)
    socket.destroy()
    await expect.poll(() => ends.length).toBe(1)
  })
})
