import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchPicture } from './fetch-picture'
import { dataUri, picture } from './test-harness'

/** A server of pictures on loopback; returns its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/picture`
}

const uriOf = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`

describe('what is taken in', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('a %s over http', async (format) => {
    const bytes = await picture({ width: 400, height: 300 }).toFormat(format).toBuffer()
    const address = await serve((_request, response) => response.end(bytes))
    const fetched = await fetchPicture(address)
    expect(fetched).toMatchObject({ ok: true, picture: { width: 400, height: 300, bytes } })
    expect(fetched.ok && fetched.picture.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('a data URI', async () => {
    expect(await fetchPicture(await dataUri())).toMatchObject({ ok: true })
  })

  test('the longest shape, and measures as they are seen after the turn', async () => {
    const long = await picture({ width: 750, height: 300 }).jpeg().toBuffer()
    expect(await fetchPicture(uriOf(long))).toMatchObject({ ok: true })
    const turned = await sharp(long).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await fetchPicture(uriOf(turned))).toMatchObject({
      picture: { width: 300, height: 750 },
    })
  })
})

describe('what is refused by its content', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
  test.each<[string, number, () => Promise<Buffer>]>([
    ['SVG', 500032, async () => svg],
    ['GIF', 500032, () => picture().gif().toBuffer()],
    ['AVIF', 500032, () => picture().avif({ effort: 0 }).toBuffer()],
    ['TIFF', 500032, () => picture().tiff().toBuffer()],
    ['nothing', 500032, async () => Buffer.alloc(0)],
    ['only a signature', 500031, async () => Buffer.from('89504e470d0a1a0a00000000', 'hex')],
    ['a side of 299', 500033, () => picture({ width: 299, height: 400 }).png().toBuffer()],
    ['a side of 4001', 500033, () => picture({ width: 4001, height: 2000 }).png().toBuffer()],
    ['longer than 1:2.5', 500033, () => picture({ width: 300, height: 751 }).png().toBuffer()],
    ['more than 10 MB', 500030, async () => Buffer.alloc(10 * 1024 * 1024 + 1)],
  ])('%s with %i', async (_name, code, make) => {
    expect(await fetchPicture(uriOf(await make()))).toMatchObject({ ok: false, code })
  })

  test.each(['jpeg', 'png', 'webp'] as const)('half a %s', async (format) => {
    const noise = sharp({
      create: {
        width: 320,
        height: 320,
        channels: 3,
        background: 'black',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
    const bytes = await noise.toFormat(format).toBuffer()
    const half = bytes.subarray(0, bytes.length / 2)
    expect(await fetchPicture(uriOf(half))).toMatchObject({ ok: false, code: 500031 })
  })
})

describe('what cannot be fetched', () => {
  test.each([
    'ftp://pictures.example/a.png',
    'a.png',
    '/a.png',
    'data:image/png,abc',
    'file:///etc',
  ])('%s is no address', async (address) => {
    expect(await fetchPicture(address)).toMatchObject({ ok: false, code: 500042 })
  })

  test('an error and a redirect, which is not followed', async () => {
    let asked = 0
    const address = await serve((request, response) => {
      asked += 1
      if (request.url === '/missing') response.writeHead(404).end()
      else response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await fetchPicture(address)).toMatchObject({ ok: false, code: 500041 })
    expect(await fetchPicture(new URL('/missing', address).href)).toMatchObject({ code: 500041 })
    expect(asked).toBe(2)
  })

  test('a server that is not there', async () => {
    expect(await fetchPicture('http://127.0.0.1:1/a.png')).toMatchObject({ code: 500041 })
  })

  test('a server that does not answer in time, or stops in the middle', async () => {
    const silent = await serve(() => undefined)
    expect(await fetchPicture(silent, { timeoutMs: 50 })).toMatchObject({ code: 500041 })
    const halfway = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half')
    })
    expect(await fetchPicture(halfway, { timeoutMs: 50 })).toMatchObject({ code: 500041 })
  })

  test('a connection that breaks off', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('half', () => response.destroy())
    })
    expect(await fetchPicture(address)).toMatchObject({ ok: false, code: 500041 })
  })

  test('more than 10 MB, without reading on', async () => {
    let sent = 0
    const address = await serve((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024)
      const more = () => {
        while (!response.destroyed && sent < 500 && response.write(chunk)) sent += 1
      }
      response.on('drain', () => {
        sent += 1
        more()
      })
      more()
    })
    expect(await fetchPicture(address)).toMatchObject({ ok: false, code: 500030 })
    expect(sent).toBeLessThan(100)
  })
})
