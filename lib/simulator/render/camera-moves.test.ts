import { describe, expect, test } from 'vitest'
import { cameraMove, moveName } from './camera-moves'

const STEPS = Array.from({ length: 121 }, (_, index) => index / 120)
const DRAWN = [
  ...['horizontal_left', 'horizontal_right', 'zoom_in', 'smooth_zoom_in', 'quickly_zoom_in'],
  ...['zoom_out', 'quickly_zoom_out', 'super_dolly_out'],
]

describe('every move', () => {
  test.each([null, 'robo_arm', ...DRAWN])('%s stays within the picture', (move) => {
    for (const t of STEPS) {
      const { scale, dx, dy } = cameraMove(move)(t)
      expect(scale).toBeGreaterThanOrEqual(1)
      expect(Math.abs(dx)).toBeLessThanOrEqual(1)
      expect(Math.abs(dy)).toBeLessThanOrEqual(1)
    }
  })
})

describe('directions', () => {
  test('horizontal_left: the camera starts at the right edge and goes left all the way', () => {
    const dx = STEPS.map((t) => cameraMove('horizontal_left')(t).dx)
    expect([dx[0], dx.at(-1)]).toEqual([1, -1])
    expect(dx).toEqual([...dx].sort((a, b) => b - a))
  })

  test('horizontal_right: the other way', () => {
    const dx = STEPS.map((t) => cameraMove('horizontal_right')(t).dx)
    expect([dx[0], dx.at(-1)]).toEqual([-1, 1])
    expect(dx).toEqual([...dx].sort((a, b) => a - b))
  })

  test.each(['zoom_in', 'smooth_zoom_in', 'quickly_zoom_in'])('%s grows', (move) => {
    const scales = STEPS.map((t) => cameraMove(move)(t).scale)
    expect(scales).toEqual([...scales].sort((a, b) => a - b))
    expect(scales[0]).toBe(1)
    expect(scales.at(-1)).toBeGreaterThan(1.2)
  })

  test.each(['zoom_out', 'quickly_zoom_out', 'super_dolly_out'])('%s shrinks', (move) => {
    const scales = STEPS.map((t) => cameraMove(move)(t).scale)
    expect(scales).toEqual([...scales].sort((a, b) => b - a))
    expect(scales[0]).toBeGreaterThan(1.2)
    expect(scales.at(-1)).toBe(1)
  })

  test('quickly_zoom_in has done most of its way by the middle', () => {
    expect(cameraMove('quickly_zoom_in')(0.5).scale).toBeGreaterThan(1.4)
  })
})

test('without a move, or with one that is not drawn, the camera comes a little closer', () => {
  expect(cameraMove(null)(0)).toEqual({ scale: 1, dx: 0, dy: 0 })
  expect(cameraMove(null)(1).scale).toBeCloseTo(1.06)
  expect(moveName('whip_pan')).toBe(moveName(null))
  expect(moveName('constructor')).toBe(moveName(null))
})
