import { describe, expect, test } from 'vitest'
import { CAMERA_MOVEMENTS } from '../field-rules'
import { cameraMove, moveName } from './camera-moves'
import { aim } from './shot-geometry'
import { place } from './view-matrix'

const STEPS = Array.from({ length: 241 }, (_, index) => index / 240)
const CORNERS = [0, 1].flatMap((u) => [0, 1].map((v) => [u, v] as const))
/** The widest and the tallest picture that the gateway takes, and common ones. */
const RATIOS = [2.5, 16 / 9, 1.5, 1, 0.4]

describe.each([null, ...CAMERA_MOVEMENTS])('%s', (move) => {
  // What lies between the corners of the frame, or between the subject's place and the background's,
  // comes from between theirs.
  test.each(RATIOS)('stays within a picture of ratio %d', (ratio) => {
    const { at } = aim(cameraMove(move), ratio)
    const seen = STEPS.flatMap((t) => {
      const { background, subject } = at(t)
      const views = subject ? [background, subject] : [background]
      return views.flatMap((view) => CORNERS.flatMap(([u, v]) => place(view, u, v)))
    })
    expect(Math.min(...seen)).toBeGreaterThan(-1e-9)
    expect(Math.max(...seen)).toBeLessThan(1 + 1e-9)
  })

  // The picture has half as many pixels more to a side than the frame, which makes up for the most.
  test.each(RATIOS)('enlarges a picture of ratio %d by two thirds at most', (ratio) => {
    const { at } = aim(cameraMove(move), ratio)
    const stretches = STEPS.flatMap((t) => {
      const { background, subject } = at(t)
      return [background, subject ?? background].map((view) => {
        const [left, right] = [place(view, 0.45, 0.5), place(view, 0.55, 0.5)]
        return Math.hypot(right[0] - left[0], (right[1] - left[1]) / ratio) * 10
      })
    })
    expect(1 / Math.min(...stretches)).toBeLessThan(1.67)
  })

  test('goes without a jump', () => {
    const { at } = aim(cameraMove(move), 1.5)
    const ways = STEPS.slice(1).map((t, index) => {
      const [from, to] = [at(STEPS[index] ?? 0), at(t)].map(({ background, subject }) =>
        [background, subject ?? background].flatMap((view) => place(view, 0, 0)),
      )
      return Math.max(...(from ?? []).map((value, axis) => Math.abs(value - (to?.[axis] ?? 0))))
    })
    // The whip's fastest: a third of the picture, nearly twice as fast as on average, in 40 steps.
    expect(Math.max(...ways)).toBeLessThan(0.02)
  })
})

test('the page’s moves are drawn, each as itself', () => {
  expect(CAMERA_MOVEMENTS).toHaveLength(20)
  expect(CAMERA_MOVEMENTS.map(moveName)).toEqual(CAMERA_MOVEMENTS)
})

test('without a move, or with one that the page does not know, the camera comes a little closer', () => {
  const scales = STEPS.map((t) => cameraMove(null)(t).background.scale)
  expect(scales[0]).toBe(1)
  expect(scales.at(-1)).toBeCloseTo(1.06)
  expect(moveName('moonwalk')).toBe(moveName(null))
  expect(moveName('constructor')).toBe(moveName(null))
})
