import { describe, expect, test } from 'vitest'
import { cameraMove } from './camera-moves'
import { samplePlane, type Plane } from './frame-sampler'

function plane(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    value(at % width, Math.floor(at / width)),
  )
  return { data, width, height }
}

const empty = (width: number, height: number) => plane(width, height, () => 0)

/** A bright disc in the middle of a dark picture. */
const disc = plane(240, 120, (x, y) => (Math.hypot(x - 119.5, y - 59.5) < 20 ? 200 : 0))

/** Where the light is, on average, and how much of it there is. */
function light(target: Plane): { x: number; y: number; sum: number } {
  let [x, y, sum] = [0, 0, 0]
  target.data.forEach((value, at) => {
    x += value * (at % target.width)
    y += value * Math.floor(at / target.width)
    sum += value
  })
  return { x: x / sum, y: y / sum, sum }
}

function frameOf(move: string | null, t: number): Plane {
  const target = empty(160, 80)
  samplePlane(disc, target, cameraMove(move)(t).background)
  return target
}

const STEPS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]

describe('what the viewer sees', () => {
  test('horizontal_left moves the content to the right, and nowhere else', () => {
    const seen = STEPS.map((t) => light(frameOf('horizontal_left', t)))
    const across = seen.map(({ x }) => x)
    expect(across).toEqual([...across].sort((a, b) => a - b))
    expect((across.at(-1) ?? 0) - (across[0] ?? 0)).toBeGreaterThan(16)
    for (const { y } of seen) expect(y).toBeCloseTo(39.5, 1)
  })

  test('horizontal_right moves it to the left by as much', () => {
    const end = (move: string, t: number) => light(frameOf(move, t)).x
    expect(end('horizontal_right', 1)).toBeCloseTo(end('horizontal_left', 0), 5)
    expect(end('horizontal_right', 0)).toBeCloseTo(end('horizontal_left', 1), 5)
  })

  test('zoom_in makes it larger about the middle, zoom_out smaller', () => {
    for (const [move, sign] of [['zoom_in', 1] as const, ['zoom_out', -1] as const]) {
      const seen = STEPS.map((t) => light(frameOf(move, t)))
      const sizes = seen.map(({ sum }) => sum)
      expect(sizes).toEqual([...sizes].sort((a, b) => sign * (a - b)))
      for (const { x, y } of seen) expect([x, y]).toEqual([closeTo(79.5), closeTo(39.5)])
    }
  })

  test('a slow movement goes on between the pixels', () => {
    const across = [0, 1 / 600, 2 / 600, 3 / 600].map((t) => light(frameOf('horizontal_left', t)).x)
    for (let index = 1; index < across.length; index++) {
      const step = (across[index] ?? 0) - (across[index - 1] ?? 0)
      expect(step).toBeGreaterThan(0.01)
      expect(step).toBeLessThan(0.08)
    }
  })
})

describe('samplePlane', () => {
  test('shows the picture itself when nothing is enlarged', () => {
    const source = plane(40, 30, (x, y) => (x * 7 + y * 13) % 256)
    const target = empty(40, 30)
    samplePlane(source, target, { scale: 1, dx: 0, dy: 0 })
    expect(target.data).toEqual(source.data)
  })

  test('shows the edge that the camera is at', () => {
    const source = plane(100, 100, (x, y) => (x < 50 ? 10 : 20) + (y < 50 ? 100 : 200))
    const corner = (dx: number, dy: number) => {
      const target = empty(10, 10)
      samplePlane(source, target, { scale: 2, dx, dy })
      return [...new Set(target.data)]
    }
    expect(corner(-1, -1)).toEqual([110])
    expect(corner(1, -1)).toEqual([120])
    expect(corner(-1, 1)).toEqual([210])
    expect(corner(1, 1)).toEqual([220])
  })

  test('keeps the darkest and the brightest value', () => {
    for (const value of [0, 255]) {
      const target = plane(8, 8, () => 128)
      samplePlane(
        plane(13, 13, () => value),
        target,
        { scale: 1.3, dx: 0.4, dy: -0.2 },
      )
      expect([...new Set(target.data)]).toEqual([value])
    }
  })
})

function closeTo(value: number): unknown {
  return expect.closeTo(value, 1)
}
