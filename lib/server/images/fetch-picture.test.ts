import http from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedGet } from '../upstream/guarded-get'
import { fetchPicture } from './fetch-picture'

const MEBIBYTE = 1024 * 1024
let origin: string
const asked: string[] = []
const server = http.createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.url === '/picture') response.end('picture')
  else if (request.url === '/large') response.end(Buffer.alloc(2 * MEBIBYTE))
  else if (request.url === '/broken') {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half', () => response.destroy())
  } else if (request.url === '/moved') response.writeHead(302, { location: '/picture' }).end()
  else response.writeHead(404).end('not here')
})
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object') throw new Error('the test server has no port')
  origin = `http://127.0.0.1:${address?.port}`
})
afterAll(() => void server.close())

/** The guarded getter with its one exception, so that the test's own server may be asked. */
const fromHere = (path: string) =>
  fetchPicture(origin + path, {
    maxBytes: MEBIBYTE,
    get: (url, options) => guardedGet(url, { ...options, allowedOrigin: origin }),
  })

describe('a picture behind a link', () => {
  it('is fetched, over redirects', async () => {
    expect(String(await fromHere('/picture'))).toBe('picture')
    expect(String(await fromHere('/moved'))).toBe('picture')
  })

  it('is too heavy as an upload would be', async () => {
    await expect(fromHere('/large')).rejects.toMatchObject({
      code: 'picture_too_heavy',
      values: { max: 1 },
    })
  })

  it.each(['/nothing', '/broken'])('fails at %s', async (path) => {
    await expect(fromHere(path)).rejects.toMatchObject({ code: 'address_failed' })
  })

  it('fails where nobody answers', async () => {
    const get = () => Promise.resolve({ kind: 'failed', cause: new Error('refused') } as const)
    const failed = fetchPicture('https://example.com/', { maxBytes: MEBIBYTE, get })
    await expect(failed).rejects.toMatchObject({ code: 'address_failed' })
  })

  it('is not asked for inside this house, nor by anything but https', async () => {
    const before = asked.length
    const addresses = [
      `${origin}/picture`,
      origin.replace('http:', 'https:'),
      'https://localhost/',
      'https://2130706433/',
      'https://[::ffff:127.0.0.1]/',
      'https://169.254.169.254/latest/meta-data',
      'https://user:password@example.com/',
      'file:///etc/passwd',
      'data:image/png;base64,AAAA',
      'no address',
    ]
    for (const address of addresses) {
      const refused = fetchPicture(address, { maxBytes: MEBIBYTE })
      await expect(refused).rejects.toMatchObject({ code: 'address_refused' })
    }
    expect(asked.length).toBe(before)
  })
})
