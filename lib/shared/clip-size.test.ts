import { describe, expect, test } from 'vitest'
import { clipSize } from './clip-size'

describe('the size of a clip', () => {
  test.each([
    [{ width: 4000, height: 3000 }, '540p', { width: 720, height: 540 }],
    [{ width: 3000, height: 4000 }, '540p', { width: 540, height: 720 }],
    [{ width: 512, height: 512 }, '1080p', { width: 1080, height: 1080 }],
    [{ width: 1920, height: 1080 }, '720p', { width: 1280, height: 720 }],
    // 640 × 427: 809.4 and 539.6 lines, made even.
    [{ width: 640, height: 427 }, '360p', { width: 540, height: 360 }],
    [{ width: 451, height: 300 }, '540p', { width: 812, height: 540 }],
  ])('of %o at %s', (picture, resolution, size) => {
    expect(clipSize(picture, resolution)).toEqual(size)
  })

  test('is not said of a resolution that is none', () => {
    expect(clipSize({ width: 400, height: 300 }, 'large')).toBeNull()
  })
})
