import { expect, test } from 'vitest'
import { CAMERA_MOVEMENTS } from '../field-rules'
import { createShot } from './camera-shot'
import type { Plane } from './frame-sampler'
import { emptyYuv, type YuvPicture } from './yuv-picture'

const SIZE = { width: 96, height: 64 }

/** Soft hills, drawn alike in brightness and in colour. */
function hills(): YuvPicture {
  const picture = emptyYuv(SIZE.width * 1.5, SIZE.height * 1.5)
  for (const { data, width, height } of picture.planes) {
    data.forEach((_, at) => {
      const [x, y] = [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height]
      data[at] = 128 + 60 * Math.sin(14 * x + 3 * y) + 60 * Math.sin(11 * y - 4 * x)
    })
  }
  return picture
}

function halved({ data, width }: Plane): number[] {
  const rows = data.length / width / 2
  return Array.from({ length: (width / 2) * rows }, (_, index) => {
    const at = Math.floor(index / (width / 2)) * 2 * width + (index % (width / 2)) * 2
    const upper = (data[at] ?? 0) + (data[at + 1] ?? 0)
    return (upper + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)) / 4
  })
}

test.each([null, ...CAMERA_MOVEMENTS])('%s moves colour and brightness as one', (move) => {
  const shot = createShot(move, hills())
  for (const t of [0, 0.1, 0.48, 0.5, 0.7, 1]) {
    const frame = emptyYuv(SIZE.width, SIZE.height)
    shot(frame, t)
    const [bright, ...colours] = frame.planes
    const expected = halved(bright)
    for (const { data } of colours) {
      const far = expected.map((value, at) => Math.abs(value - (data[at] ?? 0)))
      expect(Math.max(...far)).toBeLessThan(6)
    }
  }
})

test('whatever was in the frame is drawn over', () => {
  const shot = createShot('hitchcock', hills())
  const [clean, used] = [emptyYuv(SIZE.width, SIZE.height), emptyYuv(SIZE.width, SIZE.height)]
  for (const t of [0, 1, 0.4]) shot(used, t)
  shot(clean, 0.4)
  expect(used).toEqual(clean)
})
