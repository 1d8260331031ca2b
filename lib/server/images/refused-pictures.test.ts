import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  animatedPng,
  animatedWebp,
  jpegClaiming,
  jpegOfPasses,
  mediaContainer,
  plainPicture,
  pngBomb,
  pngChunk,
  webpClaiming,
  webpOfChunks,
  withChunks,
} from './attack-files'
import { openPicture } from './open-picture'
import { takeInPicture } from './take-in-picture'
import { testStudio } from './test-studio'

let studio: Awaited<ReturnType<typeof testStudio>>
beforeEach(async () => void (studio = await testStudio()))
afterEach(async () => {
  // Whatever was refused: nothing of it is left.
  expect(await studio.database.image.count()).toBe(0)
  expect(studio.files()).toEqual([])
  await studio.remove()
})

function refusal(bytes: Buffer) {
  return takeInPicture({ person: { id: 'me' }, bytes }).then(
    (row) => ({ accepted: row }),
    (error: unknown) => error,
  )
}

describe('what is no picture that the gateway takes', () => {
  it.each<[string, Buffer]>([
    ['picture_missing', Buffer.alloc(0)],
    ['picture_svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['picture_heic', mediaContainer('heic', 'mif1')],
    ['picture_avif', mediaContainer('avif', 'mif1')],
    ['picture_gif', Buffer.from('GIF89a')],
    ['picture_not_a_picture', Buffer.from('a letter')],
  ])('%s', async (code, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code })
  })

  it('is refused by its content also where it could be read', async () => {
    const picture = () =>
      sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
    expect(await refusal(await picture().gif().toBuffer())).toMatchObject({ code: 'picture_gif' })
    expect(await refusal(await picture().avif({ effort: 0 }).toBuffer())).toMatchObject({
      code: 'picture_avif',
    })
    expect(await refusal(await picture().tiff().toBuffer())).toMatchObject({
      code: 'picture_not_a_picture',
    })
  })
})

describe('a decoder', () => {
  it('of anything else is not there at all', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for (const bytes of [gif, svg]) {
      await expect(sharp(bytes).metadata()).rejects.toThrow('unsupported image format')
    }
  })
})

describe('a picture of many', () => {
  it.each([2, 10_000])('is refused with its number of frames: %i', async (frames) => {
    const expected = { code: 'picture_animated', values: { frames } }
    expect(await refusal(await animatedPng(frames))).toMatchObject(expected)
    expect(await refusal(await animatedWebp(frames))).toMatchObject(expected)
  })
})

describe('a bomb', () => {
  it('is refused by its header', async () => {
    const bomb = pngBomb()
    expect(bomb.length).toBeLessThan(100_000)
    const expected = { code: 'picture_too_many_pixels', values: { megapixels: 256, max: 50 } }
    expect(await refusal(bomb)).toMatchObject(expected)
    expect(await refusal(await jpegClaiming(16_000, 16_000))).toMatchObject(expected)
    expect(await refusal(webpClaiming(16_000, 16_000))).toMatchObject(expected)
    expect(await refusal(await jpegClaiming(60_000, 60_000))).toMatchObject({
      code: 'picture_too_many_pixels',
      values: { megapixels: 3600 },
    })
  })

  it('is not decoded either, should its header ever slip through', async () => {
    const decoded = openPicture(pngBomb(), 'error').resize(10).toBuffer()
    await expect(decoded).rejects.toThrow('pixel limit')
  })

  it('is refused with a figure above the limit when it is one row too large', async () => {
    expect(await refusal(await jpegClaiming(10_000, 5001))).toMatchObject({
      code: 'picture_too_many_pixels',
      values: { megapixels: 50.1, max: 50 },
    })
    // Just at the limit it is looked at: its pixels are not there.
    expect(await refusal(await jpegClaiming(10_000, 5000))).toMatchObject({
      code: 'picture_truncated',
    })
  })

  it('of passes is refused, however well-formed', async () => {
    const bomb = jpegOfPasses(800)
    expect(await sharp(bomb).stats()).toMatchObject({ isOpaque: true })
    expect(await refusal(bomb)).toMatchObject({ code: 'picture_truncated' })
    // What the decoder steps over must not hide the passes behind it.
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc2]))
    const gap = Buffer.from([1, 0xff, 0])
    const hidden = Buffer.concat([bomb.subarray(0, frame), gap, bomb.subarray(frame)])
    expect(await sharp(hidden, { failOn: 'error' }).stats()).toMatchObject({ isOpaque: true })
    expect(await refusal(hidden)).toMatchObject({ code: 'picture_truncated' })
  })

  it('of chunks is refused', async () => {
    const chunks = Array<Buffer>(60_000).fill(pngChunk('tEXt', Buffer.from('k\0v')))
    for (const bomb of [withChunks(await plainPicture(), ...chunks), await webpOfChunks(60_000)]) {
      expect(await sharp(bomb).stats()).toMatchObject({ isOpaque: true })
      expect(await refusal(bomb)).toMatchObject({ code: 'picture_truncated' })
    }
  })
})

describe('a damaged picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is refused wherever a %s ends', async (format) => {
    const whole = await sharp(readFileSync('e2e/fixtures/coffee.png')).toFormat(format).toBuffer()
    const ends = [4, 12, 13, 40, ...[0.1, 0.5, 0.9, 0.999].map((part) => whole.length * part)]
    for (const end of [...ends, whole.length - 12, whole.length - 2, whole.length - 1]) {
      const code = end < 12 && format !== 'jpeg' ? 'picture_not_a_picture' : 'picture_truncated'
      expect(await refusal(whole.subarray(0, Math.floor(end)))).toMatchObject({ code })
    }
  })

  it('is refused when a byte in the middle is wrong', async () => {
    const png = readFileSync('e2e/fixtures/coffee.png')
    png[png.length >> 1] = (png[png.length >> 1] ?? 0) ^ 0xff
    expect(await refusal(png)).toMatchObject({ code: 'picture_truncated' })
  })

  it('is refused when its data ends early behind a proper end', async () => {
    const half = readFileSync('e2e/fixtures/rocket.jpg').subarray(0, 60_000)
    const bytes = Buffer.concat([half, Buffer.from([0xff, 0xd9])])
    expect(await refusal(bytes)).toMatchObject({ code: 'picture_truncated' })
  })
})

describe('the wrong shape', () => {
  it.each([
    [299, 400],
    [400, 299],
    [1, 1],
    [299, 2000],
  ])('%i × %i is too small', async (width, height) => {
    expect(await refusal(await plainPicture({ width, height }))).toMatchObject({
      code: 'picture_too_small',
      values: { width, height, min: 300 },
    })
  })

  it.each([
    [751, 300],
    [300, 751],
    [10_000, 3999],
  ])('%i × %i is too long', async (width, height) => {
    expect(await refusal(await plainPicture({ width, height }))).toMatchObject({
      code: 'picture_too_long',
      values: { width, height, ratio: 2.5 },
    })
  })

  it('is named as it is seen, after turning', async () => {
    const picture = sharp(await plainPicture({ width: 900, height: 320 }))
    const bytes = await picture.withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await refusal(bytes)).toMatchObject({ values: { width: 320, height: 900 } })
  })
})
