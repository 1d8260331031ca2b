import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readHeader } from './read-header'

const plain = (width: number, height: number, alpha?: number) =>
  sharp({
    create: {
      width,
      height,
      channels: alpha === undefined ? 3 : 4,
      background: { r: 200, g: 40, b: 30, alpha: alpha ?? 1 },
    },
  })

const read = (bytes: Uint8Array) => readHeader(new Uint8Array(bytes).buffer)

const brand = (name: string, ...others: string[]) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 16 + 4 * others.length]),
    Buffer.from(`ftyp${name}\0\0\0\0${others.join('')}`, 'latin1'),
    Buffer.alloc(40),
  ])

describe('the first bytes of a picture', () => {
  test.each([
    ['jpeg', plain(640, 427).jpeg()],
    ['jpeg', plain(640, 427).jpeg({ progressive: true })],
    ['jpeg', plain(427, 640).withMetadata({ orientation: 6 }).jpeg()],
    ['png', plain(640, 427).png()],
    ['webp', plain(640, 427).webp()],
    ['webp', plain(640, 427).webp({ lossless: true })],
    ['webp', plain(640, 427, 0.5).webp()],
    ['webp', plain(640, 427).withMetadata({ orientation: 1 }).webp()],
  ] as const)('say its size: %s', async (kind, picture) => {
    expect(read(await picture.toBuffer())).toMatchObject({
      kind,
      size: { width: 640, height: 427 },
    })
  })

  test('say whether it may be clear', async () => {
    expect(read(await plain(400, 300, 0.5).webp().toBuffer()).mayBeClear).toBe(true)
    expect(read(await plain(400, 300).webp().toBuffer()).mayBeClear).toBe(false)
    expect(read(await plain(400, 300, 0.5).png().toBuffer()).mayBeClear).toBe(true)
  })

  test.each([
    ['rocket.jpg', 'jpeg', 640, 427],
    ['chelsea.png', 'png', 451, 300],
  ])('%s', (name, kind, width, height) => {
    const header = read(readFileSync(`e2e/fixtures/${name}`))
    expect(header).toMatchObject({ kind, size: { width, height } })
  })

  test.each([
    ['heic', brand('heic', 'mif1')],
    ['heic', brand('mif1', 'heic')],
    ['avif', brand('avif', 'mif1', 'miaf')],
    ['avif', brand('mif1', 'avif')],
    ['other', brand('isom', 'mp42')],
    ['other', Buffer.from('GIF89a'.padEnd(64))],
    ['other', Buffer.from('x')],
    ['other', Buffer.alloc(0)],
  ])('name what holds no size: %s', (kind, bytes) => {
    expect(read(bytes)).toMatchObject({ kind, size: null })
  })

  test('that end early, anywhere, give no size and no error', async () => {
    const jpeg = await plain(640, 427).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    for (let length = 0; length < frame; length += 1) {
      expect(read(jpeg.subarray(0, length)).size).toBeNull()
    }
  })
})
