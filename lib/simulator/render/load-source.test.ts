import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { picture, temporaryFolder } from '../test-harness'
import { loadCloseUp, loadSource, sourceSize } from './load-source'
import type { YuvPicture } from './yuv-picture'

const CLIP = { width: 120, height: 80 }
/** Brightness of a quarter of the test picture, from its upper left to its lower right. */
const QUARTERS = [40, 100, 160, 220] as const

/** A picture of four grey quarters, as a camera held upright or on its side would store it. */
async function quarters(orientation: 1 | 6): Promise<string> {
  const file = path.join(await temporaryFolder(), 'quarters.png')
  const [width, height] = [300, 200]
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const quarter = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
      pixels.fill(QUARTERS[quarter] ?? 0, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
  const upright = sharp(pixels, { raw: { width, height, channels: 3 } })
  // Stored turned to the left, and marked as such: shown, it is upright again.
  const stored = orientation === 6 ? upright.rotate(270) : upright
  await stored.withMetadata({ orientation }).png().toFile(file)
  return file
}

/** The brightness in the middle, on the scale from 0 to 255. */
function middle({ planes: [{ data, width, height }] }: YuvPicture): number {
  const value = data[Math.floor(height / 2) * width + Math.floor(width / 2)] ?? 0
  return ((value - 16) * 255) / 219
}

describe.each([1, 6] as const)('a picture of orientation %i', (orientation) => {
  test.each([
    [0.25, 0.25, QUARTERS[0]],
    [0.75, 0.25, QUARTERS[1]],
    [0.25, 0.75, QUARTERS[2]],
    [0.75, 0.75, QUARTERS[3]],
    // Beyond the edge there is nothing to see: the close-up stays within.
    [-3, 9, QUARTERS[2]],
  ])('shows at %d, %d what is there', async (x, y, brightness) => {
    const close = await loadCloseUp(await quarters(orientation), CLIP, { part: 0.4, x, y })
    expect(middle(close)).toBeCloseTo(brightness, -1)
    const [{ width, height, data }] = close.planes
    expect({ width, height }).toEqual(sourceSize(CLIP))
    expect(Math.max(...data) - Math.min(...data)).toBeLessThan(12)
  })

  test('is shown whole when nothing closer was asked for', async () => {
    const { planes } = await loadSource(await quarters(orientation), CLIP)
    const [{ data }] = planes
    expect([Math.min(...data), Math.max(...data)].map((v) => ((v - 16) * 255) / 219)).toEqual([
      expect.closeTo(QUARTERS[0], -1),
      expect.closeTo(QUARTERS[3], -1),
    ])
  })
})

test.each([
  ['very wide', 900, 300],
  ['very tall', 300, 900],
])(
  'a %s picture is cut to the frame before a part of it is shown',
  async (_name, width, height) => {
    const file = path.join(await temporaryFolder(), 'ends.png')
    // The ends do not fit into the frame, and are white.
    const size = Math.min(width, height)
    const shown = await picture({ width: size, height: size, background: 'black' }).png().toBuffer()
    const whole = picture({ width, height, background: 'white' })
    await whole
      .composite([{ input: shown }])
      .png()
      .toFile(file)
    const square = { width: 100, height: 100 }
    const close = await loadCloseUp(file, square, { part: 0.5, x: 0, y: 0 })
    expect(Math.max(...close.planes[0].data)).toBeLessThan(20)
  },
)
