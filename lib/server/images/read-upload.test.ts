import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readUpload } from './read-upload'

const MEBIBYTE = 1024 * 1024
const BOUNDARY = '----studio'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

type PartOptions = { name?: string; filename?: string | null; content?: string; headers?: string }

function part({
  name = 'file',
  filename = 'a.png',
  content = 'picture',
  headers = '',
}: PartOptions = {}) {
  const file = filename === null ? '' : `; filename="${filename}"`
  const disposition = `Content-Disposition: form-data; name="${name}"${file}`
  return `--${BOUNDARY}\r\n${disposition}\r\n${headers}\r\n${content}\r\n`
}
const END = `--${BOUNDARY}--\r\n`

/** A body that comes in pieces, and may break off with an error. */
function bodyOf(pieces: Array<string | Buffer>, error?: Error): ReadableStream<Uint8Array> {
  const left = [...pieces]
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift()
      if (piece !== undefined) controller.enqueue(Buffer.from(piece))
      else if (error) controller.error(error)
      else controller.close()
    },
  })
}

function post(body: BodyInit | null, headers: Record<string, string> = { 'content-type': TYPE }) {
  return new Request('http://localhost/api/images', {
    method: 'POST',
    body,
    headers,
    ...{ duplex: 'half' },
  })
}

const read = (body: BodyInit | null, headers?: Record<string, string>) =>
  readUpload(post(body, headers), { maxBytes: MEBIBYTE })
const code = (body: BodyInit | null, headers?: Record<string, string>) =>
  read(body, headers).then(
    (bytes) => `accepted ${bytes.length} bytes`,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note).on('uncaughtException', note)
})
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note).off('uncaughtException', note)
  expect(unhandled).toEqual([])
})

describe('an upload', () => {
  it('of a browser gives the bytes of its file', async () => {
    const form = new FormData()
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256))
    form.append('file', new Blob([bytes], { type: 'image/png' }), '照片.png')
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    expect((await readUpload(request, { maxBytes: MEBIBYTE })).equals(bytes)).toBe(true)
  })

  it('may come byte by byte', async () => {
    const pieces = [...Buffer.from(part() + END)].map((byte) => Buffer.from([byte]))
    expect(String(await read(bodyOf(pieces)))).toBe('picture')
  })

  it('may have something before and behind it', async () => {
    const pieces = ['a preamble\r\n', part(), END, 'an epilogue', 'and more']
    expect(String(await read(bodyOf(pieces)))).toBe('picture')
  })

  it('may be empty: what it is, others judge', async () => {
    expect(await code(part({ content: '' }) + END)).toBe('accepted 0 bytes')
  })

  it.each([
    ['../../../etc/passwd'],
    ['..\\..\\windows\\system.ini'],
    ['a\0b.png'],
    ['a\u202egnp.exe'],
    ['%00%2e%2e%2f'],
    ['x'.repeat(4096)],
    ['照'.repeat(1365)],
    [''],
  ])('is read whatever its name says: %j', async (filename) => {
    expect(String(await read(part({ filename }) + END))).toBe('picture')
  })

  it('may be exactly as large as allowed', async () => {
    const content = 'x'.repeat(MEBIBYTE)
    expect(await code(part({ content }) + END)).toBe(`accepted ${MEBIBYTE} bytes`)
  })
})

describe('a form that is refused', () => {
  it.each([
    ['no type', null],
    ['JSON', 'application/json'],
    ['another form', 'application/x-www-form-urlencoded'],
    ['another multipart', `multipart/mixed; boundary=${BOUNDARY}`],
    ['no boundary', 'multipart/form-data'],
    ['no boundary in the parameters', 'multipart/form-data; charset=utf-8'],
  ])('%s is no upload', async (_what, type) => {
    const body = Buffer.from(part() + END) // a string would bring its own type
    expect(await code(body, type === null ? {} : { 'content-type': type })).toBe(
      'unsupported_media_type',
    )
  })

  it.each([
    ['no body', null],
    ['no part', END],
    ['another field', part({ name: 'picture' }) + END],
    ['a part without a name', `--${BOUNDARY}\r\nContent-Type: image/png\r\n\r\nx\r\n${END}`],
    [
      'a name beyond the header limit',
      part({ headers: `X: ${'x'.repeat(20_000)}\r\n`, name: 'a' }) + END,
    ],
  ])('%s has no picture', async (_what, body) => {
    expect(await code(body)).toBe('picture_missing')
  })

  it.each([
    ['a second file', part() + part() + END],
    ['a field', part({ filename: null, name: 'note' }) + part() + END],
    ['the file as a field', part({ filename: null }) + END],
    ['ten thousand parts', part().repeat(10_000) + END],
    ['ten thousand parts of nothing', `--${BOUNDARY}\r\nX: y\r\n\r\n\r\n`.repeat(10_000) + END],
  ])('%s is not understood', async (_what, body) => {
    expect(await code(body)).toBe('bad_request')
  })

  it('stops reading parts at the third', async () => {
    let isRead = false
    const rest = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(part().repeat(3)))
      },
      pull() {
        isRead = true // never answered: whoever waits for the rest waits for ever
      },
    })
    expect(await code(rest)).toBe('bad_request')
    expect(isRead).toBe(true)
  })

  it.each([
    ['a file', part({ content: 'x'.repeat(MEBIBYTE + 1) }) + END],
    [
      'a part that is no file',
      `--${BOUNDARY}\r\nX: y\r\n\r\n${'x'.repeat(2 * MEBIBYTE)}\r\n${END}`,
    ],
    ['a preamble', 'x'.repeat(2 * MEBIBYTE) + part() + END],
    ['an endless header', `--${BOUNDARY}\r\nX: ${'x'.repeat(2 * MEBIBYTE)}`],
  ])('%s that is too large is too heavy', async (_what, body) => {
    await expect(read(body)).rejects.toMatchObject({
      code: 'picture_too_heavy',
      values: { max: 1 },
    })
  })

  it('is too heavy by its announced length, before it comes', async () => {
    const never = new ReadableStream<Uint8Array>()
    const headers = { 'content-type': TYPE, 'content-length': String(100 * MEBIBYTE) }
    expect(await code(never, headers)).toBe('picture_too_heavy')
  })

  it('is read on so that its sender sees the answer, but not for ever', async () => {
    let sent = 0
    let stop: () => void = () => {}
    const stopped = new Promise<void>((resolve) => (stop = resolve))
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(sent === 65_536 ? Buffer.from(part() + part()) : Buffer.alloc(65_536))
      },
      cancel: () => stop(),
    })
    expect(await code(endless)).toBe('bad_request')
    await stopped
    expect(sent).toBeGreaterThan(MEBIBYTE)
    expect(sent).toBeLessThan(3 * MEBIBYTE)
  })
})

describe('an upload that breaks off', () => {
  const whole = part() + END

  it('is refused wherever that happens', async () => {
    for (let end = 1; end < whole.length - '--\r\n'.length; end += 1) {
      expect(`${end}: ${await code(whole.slice(0, end))}`).toBe(`${end}: upload_broken`)
    }
  })

  it('is refused when the connection breaks, at once', async () => {
    for (const end of [0, 10, 60, 110, whole.length - 10]) {
      const error = new Error('aborted')
      expect(await code(bodyOf([whole.slice(0, end)], error))).toBe('upload_broken')
    }
  })

  it('keeps the first reason', async () => {
    const pieces = [part() + part(), part()]
    expect(await code(bodyOf(pieces, new Error('aborted')))).toBe('bad_request')
  })
})
