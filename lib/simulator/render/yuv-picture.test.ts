import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../test-harness'
import { colourMatrix, loadYuv, toYuv, type YuvPicture } from './yuv-picture'

const SIZE = { width: 4, height: 4 }

function firstValues(picture: YuvPicture): (number | undefined)[] {
  return picture.planes.map((plane) => plane.data[0])
}

function ofColour(rgb: [number, number, number], height: number): (number | undefined)[] {
  const pixels = Uint8Array.from({ length: 4 * 4 * 3 }, (_, at) => rgb[at % 3] ?? 0)
  return firstValues(toYuv(pixels, SIZE, colourMatrix(height)))
}

describe('toYuv, after the tables of BT.601 and BT.709', () => {
  test.each<[string, [number, number, number], number, number[]]>([
    ['black', [0, 0, 0], 540, [16, 128, 128]],
    ['white', [255, 255, 255], 540, [235, 128, 128]],
    ['red in SD', [255, 0, 0], 540, [81, 90, 240]],
    ['green in SD', [0, 255, 0], 540, [145, 54, 34]],
    ['blue in SD', [0, 0, 255], 540, [41, 240, 110]],
    ['red in HD', [255, 0, 0], 720, [63, 102, 240]],
    ['blue in HD', [0, 0, 255], 1080, [32, 240, 118]],
  ])('%s', (_name, rgb, height, yuv) => {
    expect(ofColour(rgb, height)).toEqual(yuv)
  })
})

describe('loadYuv', () => {
  const kinds: [string, (image: Sharp) => Sharp][] = [
    ['grey', (image) => image.toColourspace('b-w').png()],
    ['grey with 16 bits', (image) => image.toColourspace('grey16').png()],
    ['16 bits', (image) => image.toColourspace('rgb16').png()],
    ['CMYK', (image) => image.toColourspace('cmyk').jpeg()],
    ['palette', (image) => image.png({ palette: true })],
    ['WebP', (image) => image.webp()],
  ]
  test.each(kinds)('reads a picture in %s', async (_name, convert) => {
    const file = path.join(await temporaryFolder(), 'picture')
    const white = sharp({ create: { ...SIZE, channels: 3, background: 'white' } })
    await convert(white).toFile(file)
    const picture = await loadYuv(file, { width: 8, height: 8 }, colourMatrix(540))
    expect(picture.planes.map((plane) => plane.data.length)).toEqual([64, 16, 16])
    for (const [index, value] of [235, 128, 128].entries()) {
      for (const seen of picture.planes[index]?.data ?? []) {
        expect(Math.abs(seen - value)).toBeLessThanOrEqual(2)
      }
    }
  })

  test('puts a see-through picture on white', async () => {
    const file = path.join(await temporaryFolder(), 'picture')
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    await sharp({ create: { ...SIZE, channels: 4, background: clear } })
      .png()
      .toFile(file)
    expect(firstValues(await loadYuv(file, SIZE, colourMatrix(540)))).toEqual([235, 128, 128])
  })
})
