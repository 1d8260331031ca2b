import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { httpExchange } from './http-exchange'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener)
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const { port } = listening.address() as AddressInfo
  return `http://127.0.0.1:${port}/`
}
const request = (url: string) =>
  httpExchange({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 300, maxBytes: 1000 })

describe('httpExchange', () => {
  it('gives the answer with what the verdict needs', async () => {
    const url = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': '3' }).end('wait'),
    )
    expect(await request(url)).toMatchObject({
      status: 429,
      headers: { retryAfter: '3' },
      body: 'wait',
    })
  })

  it('is sure that nothing was delivered when nobody listens', async () => {
    expect(await request('http://127.0.0.1:1/')).toEqual({
      kind: 'not_delivered',
      cause: 'ECONNREFUSED',
    })
  })

  it('is sure that nothing was delivered when the name does not exist', async () => {
    expect(await request('http://no-such-host.invalid/')).toMatchObject({ kind: 'not_delivered' })
  })

  it('is not sure when the other side hangs up after it read the request', async () => {
    const url = await serve((incoming) =>
      incoming.on('end', () => incoming.socket.destroy()).resume(),
    )
    expect(await request(url)).toMatchObject({ kind: 'no_answer' })
  })

  it('is not sure when no answer comes in time', async () => {
    const url = await serve(() => {})
    expect(await request(url)).toEqual({ kind: 'no_answer', cause: 'timeout' })
  })

  it('is not sure when the answer breaks off', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
    })
    expect(await request(url)).toMatchObject({ kind: 'no_answer' })
  })

  it('reads no more than it may', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(100_000)))
    expect(await request(url)).toMatchObject({ kind: 'answer', isCut: true })
  })

  it('follows no redirect and uses a fresh socket each time', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((incoming, response) => {
      ports.add(incoming.socket.remotePort)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await request(url)).toMatchObject({ status: 302, headers: { location: '/elsewhere' } })
    await request(url)
    expect(ports.size).toBe(2)
  })
})
