import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { listen } from './listen'
import { StartError } from '../opening/start-error'

const first = createServer()
const second = createServer()
afterEach(() => {
  first.close()
  second.close()
})

it('takes a free port and says which', async () => {
  const address = await listen(first, { host: '127.0.0.1', port: 0 })
  expect(address).toEqual({
    host: '127.0.0.1',
    port: expect.any(Number),
    url: `http://127.0.0.1:${address.port}`,
  })
  expect(address.port).toBeGreaterThan(0)
})

it('says in one sentence that a port is taken', async () => {
  const { port } = await listen(first, { host: '127.0.0.1', port: 0 })
  const taken = listen(second, { host: '127.0.0.1', port })
  await expect(taken).rejects.toThrow(StartError)
  await expect(taken).rejects.toThrow(`Port ${port} is taken by another program.`)
})

it('says that an address is not of this machine', async () => {
  await expect(listen(first, { host: '192.0.2.1', port: 0 })).rejects.toThrow('Check HOST')
})
