import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PICTURE } from '@/lib/shared/limits'
import { storage, replaceStorage } from '../storage/storage'
import { noise, pngChunk, plainPicture, withChunks } from './attack-files'
import { fileOf } from './picture-file'
import { takeInPicture } from './take-in-picture'
import { testStudio } from './test-studio'

const PERSON = { id: 'me' }
const fixture = (name: string) => readFileSync(`e2e/fixtures/${name}`)

let studio: Awaited<ReturnType<typeof testStudio>>
beforeEach(async () => void (studio = await testStudio()))
afterEach(() => studio.remove())

/** Takes a picture in and reads back what is stored of it. */
async function stored(bytes: Buffer) {
  const row = await takeInPicture({ person: PERSON, bytes })
  const file = studio.files().find((name) => name.endsWith(fileOf(row)))
  if (!file) throw new Error('nothing is stored')
  const content = readFileSync(file)
  const pixels = await sharp(content).raw().toBuffer({ resolveWithObject: true })
  const colourAt = (x: number, y: number) => {
    const { width, channels } = pixels.info
    return [...pixels.data.subarray((y * width + x) * channels).subarray(0, 3)]
  }
  return { row, content, header: await sharp(content).metadata(), colourAt }
}

describe('a picture that is taken in', () => {
  it.each([
    ['astronaut.png', 512, 512],
    ['chelsea.png', 451, 300],
    ['coffee.png', 600, 400],
    ['rocket.jpg', 640, 427],
  ])('%s becomes a row and a file that belong together', async (name, width, height) => {
    const now = new Date('2026-01-02T03:04:05Z')
    const row = await takeInPicture({ person: PERSON, bytes: fixture(name), now })
    expect(row).toMatchObject({ owner: 'me', contentType: 'image/jpeg', width, height })
    expect(row).toMatchObject({ originalWidth: width, originalHeight: height, createdAt: now })
    const [file, ...others] = studio.files()
    const content = readFileSync(file ?? '')
    expect(others).toEqual([])
    expect(createHash('sha256').update(content).digest('hex')).toBe(row.sha256)
    expect(content.length).toBe(row.bytes)
    expect(await studio.database.image.findMany()).toEqual([row])
  })

  it('is made in the same way every time', async () => {
    const [first, second] = [
      await stored(fixture('coffee.png')),
      await stored(fixture('coffee.png')),
    ]
    expect(second.row).toEqual(first.row)
    expect(studio.files()).toHaveLength(1)
  })

  it('is one row and one file when it comes fifty times at once', async () => {
    const bytes = await plainPicture()
    const rows = await Promise.all(
      Array.from({ length: 50 }, () => takeInPicture({ person: PERSON, bytes })),
    )
    expect(new Set(rows.map((row) => row.id)).size).toBe(1)
    expect(await studio.database.image.count()).toBe(1)
    expect(studio.files()).toHaveLength(1)
  })

  it('may be as odd as phones make it', async () => {
    const jpeg = fixture('rocket.jpg')
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]))
    const spectrumEnd = scan + 2 + jpeg.readUInt16BE(scan + 2) - 2
    const oddScan = Buffer.from(jpeg).fill(0, spectrumEnd, spectrumEnd + 1)
    const gap = Buffer.concat([jpeg.subarray(0, scan), Buffer.alloc(9), jpeg.subarray(scan)])
    const sound = await takeInPicture({ person: PERSON, bytes: jpeg })
    for (const bytes of [oddScan, gap]) {
      await expect(sharp(bytes).toBuffer()).rejects.toThrow()
      expect(await takeInPicture({ person: PERSON, bytes })).toEqual(sound)
    }
  })

  it('may have passes, as the web has them', async () => {
    const bytes = await sharp(fixture('rocket.jpg')).jpeg({ progressive: true }).toBuffer()
    expect((await stored(bytes)).row).toMatchObject({ width: 640, height: 427 })
  })

  it('is a row of each person, over the same file', async () => {
    const bytes = await plainPicture()
    const mine = await takeInPicture({ person: PERSON, bytes })
    const yours = await takeInPicture({ person: { id: 'you' }, bytes })
    expect(yours.id).not.toBe(mine.id)
    expect(yours.sha256).toBe(mine.sha256)
    expect(studio.files()).toHaveLength(1)
  })

  it('is refused without a row while the disk is full', async () => {
    replaceStorage({ ...storage(), put: async () => ({ kind: 'no-room' }) })
    const bytes = await plainPicture()
    const refused = takeInPicture({ person: PERSON, bytes })
    await expect(refused).rejects.toMatchObject({ code: 'disk_full' })
    expect(await studio.database.image.count()).toBe(0)
  })
})

describe('turning', () => {
  const corners = { topLeft: [0, 0], topRight: [1, 0], bottomLeft: [0, 1], bottomRight: [1, 1] }
  it.each([
    [1, 'topLeft'],
    [2, 'topRight'],
    [3, 'bottomRight'],
    [4, 'bottomLeft'],
    [5, 'topLeft'],
    [6, 'topRight'],
    [7, 'bottomRight'],
    [8, 'bottomLeft'],
  ] as const)(
    'follows EXIF orientation %i: the first corner goes %s',
    async (orientation, corner) => {
      const mark = await sharp({
        create: { width: 100, height: 100, channels: 3, background: '#00ff00' },
      })
        .png()
        .toBuffer()
      const bytes = await sharp(await plainPicture({ width: 600, height: 400 }))
        .composite([{ input: mark, left: 0, top: 0 }])
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer()
      const { row, colourAt } = await stored(bytes)
      const [width, height] = orientation > 4 ? [400, 600] : [600, 400]
      expect(row).toMatchObject({ width, height, originalWidth: width, originalHeight: height })
      const isMarked = Object.entries(corners).map(([name, [right, down]]) => {
        const [red = 0, green = 0] = colourAt(right ? width - 50 : 50, down ? height - 50 : 50)
        return [name, green > red]
      })
      expect(isMarked.filter(([, marked]) => marked)).toEqual([[corner, true]])
    },
  )

  it('follows the orientation of PNG and WebP, too', async () => {
    for (const format of ['png', 'webp'] as const) {
      const picture = sharp(await plainPicture({ width: 600, height: 400 }))
      const bytes = await picture.withMetadata({ orientation: 6 }).toFormat(format).toBuffer()
      expect((await stored(bytes)).row).toMatchObject({ width: 400, height: 600 })
    }
  })
})

describe('stripping', () => {
  const exif = { IFD0: { Copyright: 'SECRET' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><SECRET/></x:xmpmeta>'

  it.each(['jpeg', 'png', 'webp'] as const)('leaves only pixels of a %s', async (format) => {
    for (const alpha of [undefined, 0.5]) {
      const full = await sharp(await plainPicture({ alpha }))
        .withExif(exif)
        .withXmp(xmp)
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer()
      expect(await sharp(full).metadata()).toMatchObject({ hasProfile: true })
      const { content, header } = await stored(full)
      expect(content.includes('SECRET')).toBe(false)
      expect(header).toMatchObject({ space: 'srgb', depth: 'uchar', hasProfile: false })
      for (const kind of ['exif', 'icc', 'xmp', 'iptc', 'comments', 'orientation']) {
        expect(header).not.toHaveProperty(kind)
      }
    }
  })

  it('leaves no text of a PNG and no comment of a JPEG', async () => {
    const text = pngChunk('tEXt', Buffer.from('Comment\0SECRET'))
    const clear = await plainPicture({ alpha: 0.5 })
    expect((await stored(withChunks(clear, text))).content.includes('SECRET')).toBe(false)
    const { content } = await stored(fixture('rocket.jpg'))
    expect(fixture('rocket.jpg').includes('cmp3')).toBe(true)
    expect(content.includes('cmp3')).toBe(false)
  })

  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['an archive', 'PK\x03\x04 SECRET'],
  ])('leaves nothing of %s behind a picture', async (_what, tail) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const picture = await plainPicture({ format })
      const { content } = await stored(Buffer.concat([picture, Buffer.from(tail)]))
      expect(content.includes(tail.slice(0, 8))).toBe(false)
    }
  })

  it('keeps the colours of another colour space as they are seen', async () => {
    const wide = await sharp(await plainPicture())
      .withIccProfile('p3')
      .png()
      .toBuffer()
    const [red = 0] = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
    expect(red).toBeLessThan(190)
    const { colourAt } = await stored(wide)
    for (const [index, value] of [200, 40, 30].entries()) {
      expect(Math.abs((colourAt(10, 10)[index] ?? 0) - value)).toBeLessThanOrEqual(4)
    }
  })

  it.each(['b-w', 'grey16', 'rgb16', 'cmyk'])('makes sRGB of %s', async (space) => {
    const picture = sharp(fixture('coffee.png')).toColourspace(space)
    const bytes = await (space === 'cmyk' ? picture.jpeg() : picture.png()).toBuffer()
    expect((await stored(bytes)).header).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
      depth: 'uchar',
      chromaSubsampling: '4:4:4',
    })
  })
})

describe('scaling and weight', () => {
  it.each([
    [5000, 2500, 4000, 2000],
    [2500, 5000, 2000, 4000],
    [4001, 1601, 4000, 1601],
    [10_000, 4000, 4000, 1600],
    [4000, 4000, 4000, 4000],
    [750, 300, 750, 300],
    [300, 300, 300, 300],
  ])('%i × %i is stored as %i × %i', async (originalWidth, originalHeight, width, height) => {
    const bytes = await plainPicture({ width: originalWidth, height: originalHeight })
    const { row, header } = await stored(bytes)
    expect(row).toMatchObject({ width, height, originalWidth, originalHeight })
    expect(header).toMatchObject({ width, height })
  })

  it('makes a JPEG of an alpha channel that hides nothing, and keeps one that does', async () => {
    const hiding = await plainPicture({ alpha: 1 })
    expect(await sharp(hiding).metadata()).toMatchObject({ hasAlpha: true })
    const opaque = await stored(hiding)
    expect(opaque.row.contentType).toBe('image/jpeg')
    const clear = await stored(await plainPicture({ alpha: 0.5, format: 'webp' }))
    expect(clear.row.contentType).toBe('image/png')
    expect(clear.header).toMatchObject({ format: 'png', hasAlpha: true })
  })

  it.each([
    [3, 3000, 2500, 'image/jpeg'],
    [4, 1700, 1700, 'image/webp'],
  ] as const)('makes noise in %i channels as light as it must be', async (...row) => {
    const [channels, width, height, contentType] = row
    const bytes = await noise(width, height, channels).png({ compressionLevel: 1 }).toBuffer()
    expect(bytes.length).toBeGreaterThan(PICTURE.maxSentBytes)
    const taken = await takeInPicture({ person: PERSON, bytes })
    expect(taken).toMatchObject({ contentType, width, height })
    expect(taken.bytes).toBeLessThanOrEqual(PICTURE.maxSentBytes)
    expect(taken.bytes).toBeGreaterThan(PICTURE.maxSentBytes / 3)
  })
})
