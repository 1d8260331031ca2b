import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localStorageIn } from '../storage/local-storage'
import { clipKey } from '../storage/media-key'
import type { FindFile, MediaFile } from './media'
import { openTestDoor, type TestDoor } from './test-door'

const MEBIBYTE = 1024 * 1024
const clip = Buffer.from(Array.from({ length: 3 * MEBIBYTE }, (_, index) => index % 241))
const picture = Buffer.from('a picture')
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const CLIP = `/media/task-1/${sha256Of(clip)}.mp4`
const PICTURE = `/media/image-1/${sha256Of(picture)}.png`
const SIGNED = '/media/input/image-1.png?expires=9999999999&signature=good'
const ETAG = `"${sha256Of(clip)}"`

let folder: string
let door: TestDoor
let storage: ReturnType<typeof localStorageIn>
const files = new Map<string, MediaFile>()

/** As the database would: a file belongs to one id, and a signed address to the picture that it names. */
const find: FindFile = async (address) => {
  if (address.kind === 'input') return files.get(address.imageId) ?? null
  const file = files.get(address.id)
  return file?.sha256 === address.sha256 ? file : null
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'media-test-'))
  storage = localStorageIn(folder)
  const keep = async (id: string, bytes: Buffer, contentType: string) => {
    const extension = contentType === 'video/mp4' ? 'mp4' : 'png'
    const put = await storage.put(bytes, { token: 'test', limitBytes: 1e9, extension })
    if (put.kind !== 'kept') throw new Error(put.kind)
    files.set(id, { storageKey: put.key, sha256: put.sha256, contentType })
  }
  await keep('task-1', clip, 'video/mp4')
  await keep('task-2', Buffer.from("another's clip"), 'video/mp4')
  await keep('image-1', picture, 'image/png')
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  door = await openTestDoor({ find, openFile: (key) => storage.open(key) })
})
afterEach(async () => {
  expect(door.reached).toEqual([]) // Next never hears of media
  await door.close()
})

describe('a clip', () => {
  it('is sent whole, to be kept for ever by this browser alone', async () => {
    const answer = await door.ask(CLIP)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(clip.length),
      'accept-ranges': 'bytes',
      etag: ETAG,
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['last-modified']).toBeUndefined()
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(clip.equals(await bytesOf(CLIP))).toBe(true)
  })

  it('answers HEAD like GET, without the bytes', async () => {
    const [head, get] = [await door.ask(CLIP, { method: 'HEAD' }), await door.ask(CLIP)]
    expect(head).toMatchObject({ status: 200, body: '' })
    const lasting = (headers: object) =>
      Object.entries(headers).filter(([name]) => !/^(date|content-security-policy)$/.test(name))
    expect(lasting(head.headers)).toEqual(lasting(get.headers))
  })

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=1048576-2097151', MEBIBYTE, 2 * MEBIBYTE - 1],
    ['bytes=3145720-', clip.length - 8, clip.length - 1],
    ['bytes=-5', clip.length - 5, clip.length - 1],
    ['bytes=3145720-999999999', clip.length - 8, clip.length - 1],
  ])('answers the range %s', async (range, start, end) => {
    const { status, headers } = await door.ask(CLIP, { headers: { range } })
    expect(status).toBe(206)
    expect(headers['content-length']).toBe(String(end - start + 1))
    expect(headers['content-range']).toBe(`bytes ${start}-${end}/${clip.length}`)
    expect(clip.subarray(start, end + 1).equals(await bytesOf(CLIP, { range }))).toBe(true)
  })

  it.each(['bytes=3145728-', 'bytes=99999999-', 'bytes=-0'])('416 for %s', async (range) => {
    const answer = await door.ask(CLIP, { headers: { range } })
    expect(answer.status).toBe(416)
    expect(answer.headers['content-range']).toBe(`bytes */${clip.length}`)
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('answers overlapping ranges by the thousand with the whole, once', async () => {
    const range = `bytes=${Array.from({ length: 1_000 }, () => '0-').join(',')}`
    const answer = await door.ask(CLIP, { headers: { range } })
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-length': String(clip.length) },
    })
  })

  it('is not sent again to who has it', async () => {
    for (const known of [ETAG, `W/${ETAG}`, `"other", ${ETAG}`, '*']) {
      const answer = await door.ask(CLIP, {
        headers: { 'if-none-match': known, range: 'bytes=0-9' },
      })
      expect(answer).toMatchObject({ status: 304, body: '', headers: { etag: ETAG } })
    }
    const stale = await door.ask(CLIP, { headers: { 'if-none-match': '"other"' } })
    expect(stale.status).toBe(200)
  })

  it('is sent in part only to who has the same one', async () => {
    const ask = (ifRange: string) =>
      door.ask(CLIP, { headers: { range: 'bytes=0-9', 'if-range': ifRange } })
    expect(await ask(ETAG)).toMatchObject({ status: 206 })
    expect(await ask('"other"')).toMatchObject({ status: 200 })
    expect(await ask(`W/${ETAG}`)).toMatchObject({ status: 200 })
    expect(await ask('Sat, 22 Nov 2025 00:00:00 GMT')).toMatchObject({ status: 200 })
  })

  it('is saved under the name that the studio chose', async () => {
    const name = encodeURIComponent('一只猫.mp4')
    const { headers } = await door.ask(`${CLIP}?download=${name}`, {
      headers: { range: 'bytes=0-9' },
    })
    expect(headers['content-disposition']).toBe(
      `attachment; filename="_.mp4"; filename*=UTF-8''${name}`,
    )
  })

  it('cannot be used to forge a header', async () => {
    const { status, headers } = await door.ask(`${CLIP}?download=a%0d%0aSet-Cookie:%20a=b`)
    expect(status).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it.each([
    [
      "another's clip under one's own id",
      `/media/task-1/${sha256Of(Buffer.from("another's clip"))}.mp4`,
    ],
    ['an unknown id', `/media/task-9/${sha256Of(clip)}.mp4`],
    ['an unknown hash', `/media/task-1/${'0'.repeat(64)}.mp4`],
    ['another extension', `/media/task-1/${sha256Of(clip)}.png`],
    ['a hash in capitals', `/media/task-1/${sha256Of(clip).toUpperCase()}.mp4`],
    ['no hash', '/media/task-1'],
    ['a storage key', `/media/${clipKey(sha256Of(clip))}`],
    ['the room itself', '/media/'],
    ['the database', '/media/studio.db'],
  ])('404 for %s', async (_, url) => {
    const answer = await door.ask(url)
    expect(answer.status).toBe(404)
    expect(answer.headers.etag).toBeUndefined()
  })

  it('404 when its file is gone', async () => {
    files.set('task-3', {
      storageKey: `clips/00/${'0'.repeat(64)}.mp4`,
      sha256: '0'.repeat(64),
      contentType: 'video/mp4',
    })
    expect(await door.ask(`/media/task-3/${'0'.repeat(64)}.mp4`)).toMatchObject({ status: 404 })
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('405 for %s', async (method) => {
    expect(await door.ask(CLIP, { method })).toMatchObject({ status: 405 })
  })
})

describe('through a tunnel', () => {
  const tunnel = { host: 'studio.example', 'x-forwarded-for': '203.0.113.9' }

  it('a signed picture is served, and nothing else', async () => {
    const signed = await door.ask(SIGNED, { headers: tunnel })
    expect(signed).toMatchObject({ status: 200, body: 'a picture' })
    expect(signed.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, no-store',
    })
    expect(await door.ask(SIGNED, { method: 'HEAD', headers: tunnel })).toMatchObject({
      status: 200,
    })
    const others = [
      CLIP,
      PICTURE,
      '/',
      '/api/tasks',
      SIGNED.replace('good', 'forged'),
      '/media/input/image-1.png',
    ]
    for (const url of others) {
      expect(await door.ask(url, { headers: tunnel })).toMatchObject({ status: 421 })
    }
  })

  it('a signature is good for reading only', async () => {
    const answer = await door.ask(SIGNED, { method: 'DELETE', headers: tunnel })
    expect(answer.status).toBe(405)
  })
})

describe('on this machine', () => {
  it('pictures are served like clips', async () => {
    const answer = await door.ask(PICTURE)
    expect(answer).toMatchObject({
      status: 200,
      body: 'a picture',
      headers: { 'content-type': 'image/png' },
    })
  })

  it('a forged signature opens nothing', async () => {
    const answer = await door.ask(SIGNED.replace('good', 'forged'))
    expect(answer.status).toBe(404)
  })
})

describe.runIf(process.platform === 'linux')('descriptors', () => {
  const nameOf = (descriptor: string) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`)
    } catch {
      return '' // the one that this very look needed
    }
  }
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((each) => nameOf(each).startsWith(folder)).length
  // A file stays open a moment for its next reader.
  const expectAllClosed = () => expect.poll(openFiles, { timeout: 5_000 }).toBe(0)

  it('are all closed again after reads that broke off half-way', async () => {
    for (let turn = 0; turn < 40; turn += 1) await breakOff(CLIP, turn % 2 ? 'bytes=0-' : undefined)
    await expectAllClosed()
  })

  it('are closed too when answers still waited for an earlier one on their connection', async () => {
    const socket = connect(door.port, '127.0.0.1')
    const request = `GET ${CLIP} HTTP/1.1\r\nHost: localhost:${door.port}\r\n\r\n`
    socket.write(request.repeat(8)) // more than the system keeps for a reader that does not read
    await new Promise((resolve) => socket.once('data', resolve))
    socket.destroy()
    await expectAllClosed()
  })

  it('are closed after what sends no bytes', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await door.ask(CLIP, { method: 'HEAD' })
      await door.ask(CLIP, { headers: { range: 'bytes=99999999-' } })
      await door.ask(CLIP, { headers: { 'if-none-match': ETAG } })
    }
    await expectAllClosed()
  })
})

async function open(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const own = { host: `localhost:${door.port}`, ...headers }
  const options = { host: '127.0.0.1', port: door.port, path: url, headers: own, agent: false }
  return new Promise((resolve, reject) => httpRequest(options, resolve).once('error', reject).end())
}

async function bytesOf(url: string, headers?: Record<string, string>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await open(url, headers)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads the first piece and leaves, as a player does that seeks. */
async function breakOff(url: string, range: string | undefined): Promise<void> {
  const response = await open(url, range ? { range } : {})
  await new Promise((resolve) => response.once('data', resolve))
  response.destroy()
}
