import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { KEY, startTestSimulator } from './test-harness'

/** Sends requests on one connection without waiting between them; returns all that came back. */
async function pipelined(port: number, paths: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const head = `host: 127.0.0.1\r\nauthorization: Bearer ${KEY}\r\n`
  const requests = paths.map((path, index) => {
    const isLast = index === paths.length - 1
    return `GET ${path} HTTP/1.1\r\n${head}connection: ${isLast ? 'close' : 'keep-alive'}\r\n\r\n`
  })
  let received = ''
  socket.on('data', (chunk) => (received += chunk.toString()))
  socket.write(requests.join(''))
  await once(socket, 'close')
  return received
}

// An answer whose turn on the connection has not come yet was once taken for one nobody waits for.
test('a request that came before the answer to the one before it is answered too', async () => {
  const simulator = await startTestSimulator()
  const id = await simulator.accepted()
  const path = `/api/v1/video/task/${id}`
  const slow = { kind: 'slow', bytesPerSecond: 4000 } as const
  await simulator.scenarios([{ on: 'query', times: 1, do: slow }])
  const received = await pipelined(simulator.port, [path, path, '/healthz'])
  expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
  expect(received).toContain('{"status":"up"}')
})

test('a slow head comes in pieces and is followed by its body', async () => {
  const simulator = await startTestSimulator()
  const slow = { kind: 'slow', bytesPerSecond: 2000, head: true } as const
  await simulator.scenarios([{ on: 'query', do: slow }])
  const received = await pipelined(simulator.port, ['/api/v1/video/task/made-up'])
  expect(received).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
  expect(received).toMatch(/\r\n\r\n\{"code":400404,.*\}$/)
})
