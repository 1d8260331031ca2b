import { describe, expect, test } from 'vitest'
import { still } from './camera-path'
import { samplePlane, type Plane } from './frame-sampler'
import { aim } from './shot-geometry'
import { subjectMask } from './subject-mask'
import { place, type Matrix } from './view-matrix'
import { warpPlane } from './warp-sampler'

const SIZE = { width: 60, height: 40 }
const mask = subjectMask(SIZE.width, SIZE.height)

function plane(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const data = Uint8Array.from({ length: width * height }, (_, at) =>
    value(at % width, Math.floor(at / width)),
  )
  return { data, width, height }
}

const empty = () => plane(SIZE.width, SIZE.height, () => 0)
const matrixOf = (...view: Parameters<typeof still>) => aim(still(...view), 1.5).at(0).background

/** Two pictures that say for each pixel where it is: twice its column, and twice its row. */
const columns = plane(90, 60, (x) => x * 2)
const rows = plane(90, 60, (_x, y) => y * 2)

function places(background: Matrix, subject: Matrix | null): { x: number; y: number }[] {
  const [x, y] = [empty(), empty()]
  warpPlane(columns, x, { background, subject, mask })
  warpPlane(rows, y, { background, subject, mask })
  return Array.from(x.data, (value, at) => ({ x: value / 2, y: (y.data[at] ?? 0) / 2 }))
}

function expectedPlace(matrix: Matrix, at: number): { x: number; y: number } {
  const { width, height } = SIZE
  const u = ((at % width) + 0.5) / width
  const v = (Math.floor(at / width) + 0.5) / height
  const [x, y] = place(matrix, u, v)
  return { x: x * 90 - 0.5, y: y * 60 - 0.5 }
}

function farthest(seen: { x: number; y: number }[], matrix: Matrix, indices: number[]): number {
  const far = indices.map((at) => {
    const [is, should] = [seen[at] ?? { x: NaN, y: NaN }, expectedPlace(matrix, at)]
    return Math.hypot(is.x - should.x, is.y - should.y)
  })
  return Math.max(...far)
}

const ALL = Array.from({ length: SIZE.width * SIZE.height }, (_, at) => at)

describe('warpPlane', () => {
  test.each([
    { roll: 12 },
    { yaw: 15 },
    { pitch: -15 },
    { roll: -5, yaw: 8, pitch: 4, scale: 1.3 },
  ])('takes every pixel from where the projection says: %j', (view) => {
    const matrix = matrixOf(view)
    expect(farthest(places(matrix, null), matrix, ALL)).toBeLessThan(0.4)
  })

  test('draws what faces the picture as the quick sampler does', () => {
    const source = plane(90, 60, (x, y) => (x * 31 + y * 57) % 256)
    const view = { scale: 1.3, dx: 0.4, dy: -0.7 }
    const [quick, warped] = [empty(), empty()]
    samplePlane(source, quick, view)
    warpPlane(source, warped, { background: matrixOf(view), subject: null, mask })
    const differences = quick.data.map((value, at) => Math.abs(value - (warped.data[at] ?? 0)))
    expect(Math.max(...differences)).toBeLessThanOrEqual(2)
  })

  test('keeps the darkest and the brightest value', () => {
    for (const value of [0, 255]) {
      const target = plane(SIZE.width, SIZE.height, () => 128)
      const source = plane(90, 60, () => value)
      warpPlane(source, target, { background: matrixOf({ roll: 7 }), subject: null, mask })
      expect([...new Set(target.data)]).toEqual([value])
    }
  })
})

describe('with a subject', () => {
  const background = matrixOf({ scale: 1 })
  const subject = matrixOf({ scale: 1.25 })
  const distance = (at: number) =>
    2 *
    Math.hypot(
      ((at % SIZE.width) + 0.5) / SIZE.width - 0.5,
      (Math.floor(at / SIZE.width) + 0.5) / SIZE.height - 0.5,
    )
  const seen = places(background, subject)

  test('the middle is the subject’s, the edges are the background’s', () => {
    const inner = ALL.filter((at) => distance(at) < 0.28)
    const outer = ALL.filter((at) => distance(at) > 0.87)
    expect(inner.length).toBeGreaterThan(100)
    expect(outer.length).toBeGreaterThan(700)
    expect(farthest(seen, subject, inner)).toBeLessThan(0.4)
    expect(farthest(seen, background, outer)).toBeLessThan(0.4)
  })

  test('what lies between is neither torn nor seen twice', () => {
    for (const at of ALL.filter((index) => index % SIZE.width > 0)) {
      const step = (seen[at]?.x ?? 0) - (seen[at - 1]?.x ?? 0)
      expect(step).toBeGreaterThan(0)
      expect(step).toBeLessThan(4)
    }
  })
})
