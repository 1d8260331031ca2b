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

  it('reads no more than it may, declared or not, and keeps its beginning', async () => {
    let sent = 0
    const url = await serve((incoming, response) => {
      if (incoming.url === '/declared') response.setHeader('content-length', 100_000_000)
      const pour = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 10_000
          if (!response.write('x'.repeat(10_000))) return void response.once('drain', pour)
        }
      }
      pour()
    })
    for (const address of [url, `${url}declared`]) {
      const outcome = await request(address)
      expect(outcome).toMatchObject({ kind: 'answer', isCut: true, body: 'x'.repeat(1000) })
    }
    expect(sent).toBeLessThan(20_000_000)
  })

  it('ends in time when the answer comes byte by byte, its head or its body', async () => {
    const drip = (socket: { write: (text: string) => void }) => {
      const timer = setInterval(() => socket.write('x'), 20)
      return () => clearInterval(timer)
    }
    const url = await serve((incoming, response) => {
      if (incoming.url === '/body') response.writeHead(200, { 'content-length': 1000 }).write('x')
      else incoming.socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
      incoming.socket.once('close', drip(incoming.socket))
    })
    for (const address of [url, `${url}body`])
      expect(await request(address)).toEqual({ kind: 'no_answer', cause: 'timeout' })
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
