import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDoor, type TestDoor } from './test-door'

const PART = Buffer.alloc(256 * 1024)
const PARTS = 4_000 // a gibibyte
const URL = '/media/selection/some-id.zip'
let made: number
let isClosed: boolean
let door: TestDoor

async function* parts() {
  try {
    for (made = 0; made < PARTS; made += 1) yield PART
  } finally {
    isClosed = true
  }
}

beforeEach(async () => {
  made = 0
  isClosed = false
  door = await openTestDoor({
    openArchive: async (id) => {
      if (id !== 'some-id') return null
      return { bytes: PARTS * PART.length, madeAt: new Date('2026-03-01T10:00:00Z'), parts }
    },
  })
})
afterEach(async () => {
  expect(door.reached).toEqual([]) // Next never hears of it
  await door.close()
})

it('says how long it is and what it is called, before any of it is made', async () => {
  const answer = await door.ask(URL, { method: 'HEAD' })
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-length': String(PARTS * PART.length),
    'content-type': 'application/zip',
    'cache-control': 'private, no-store',
  })
  expect(answer.headers['content-disposition']).toContain('clips-2026-03-01-10-00.zip')
  expect(made).toBe(0)
})

it('is not there for another name', async () => {
  expect((await door.ask('/media/selection/other.zip')).status).toBe(404)
})

it('makes no more than is read, and ends with whoever breaks off', async () => {
  const host = `localhost:${door.port}`
  const options = { host: '127.0.0.1', port: door.port, path: URL, headers: { host }, agent: false }
  const response = await new Promise<IncomingMessage>((resolve) =>
    httpRequest(options, resolve).end(),
  )
  await once(response, 'readable')
  await expect.poll(() => made).toBeGreaterThan(1)
  const before = made
  await new Promise((resolve) => setImmediate(resolve))
  expect(made - before).toBeLessThan(20)
  response.destroy()
  await expect.poll(() => isClosed).toBe(true)
  expect(made).toBeLessThan(PARTS / 10)
})
