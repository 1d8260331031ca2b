import { describe, expect, test } from 'vitest'
import type { View } from './camera-path'
import { neededScale, place, viewMatrix } from './view-matrix'

const RATIO = 1.5

function view(overrides: Partial<View>): View {
  return { scale: 1, dx: 0, dy: 0, roll: 0, yaw: 0, pitch: 0, ...overrides }
}

/** A corner's place from the picture's middle, in heights of the picture. */
function corner(overrides: Partial<View>, u: number, v: number): [number, number] {
  const [x, y] = place(viewMatrix(view(overrides), RATIO, 2), u, v)
  return [(x - 0.5) * RATIO, y - 0.5]
}

describe('viewMatrix', () => {
  test('shows the whole picture at scale 1, half of each side at 2, at the edge that is asked', () => {
    const whole = viewMatrix(view({}), RATIO, 1)
    expect([place(whole, 0, 0), place(whole, 1, 1)]).toEqual([
      [0, 0],
      [1, 1],
    ])
    const edge = viewMatrix(view({ scale: 2, dx: 1, dy: -1 }), RATIO, 1)
    expect([place(edge, 0, 0), place(edge, 1, 1)]).toEqual([
      [0.5, 0],
      [1, 0.5],
    ])
  })

  test('rolled clockwise, the frame keeps its shape and its upper edge points down to the right', () => {
    const [left, right, below] = [
      corner({ roll: 30 }, 0, 0),
      corner({ roll: 30 }, 1, 0),
      corner({ roll: 30 }, 0, 1),
    ]
    const edge = (from: number[], to: number[]) => [
      (to[0] ?? 0) - (from[0] ?? 0),
      (to[1] ?? 0) - (from[1] ?? 0),
    ]
    const [across, down] = [edge(left, right), edge(left, below)]
    expect(Math.atan2(across[1] ?? 0, across[0] ?? 0)).toBeCloseTo(Math.PI / 6)
    expect(Math.hypot(...across)).toBeCloseTo(RATIO / 2)
    expect(Math.hypot(...down)).toBeCloseTo(1 / 2)
  })

  test('turned to the right, it sees more of what is at the right', () => {
    const tall = (u: number) => corner({ yaw: 10 }, u, 1)[1] - corner({ yaw: 10 }, u, 0)[1]
    expect(tall(1)).toBeGreaterThan(tall(0) * 1.1)
    expect(corner({ yaw: 10 }, 1, 0)[1]).toBeCloseTo(-corner({ yaw: 10 }, 1, 1)[1])
  })

  test('turned down, it sees more of what is below', () => {
    const wide = (v: number) => corner({ pitch: 10 }, 1, v)[0] - corner({ pitch: 10 }, 0, v)[0]
    expect(wide(1)).toBeGreaterThan(wide(0) * 1.05)
  })
})

test('neededScale: what a turned frame would stick out', () => {
  expect(neededScale(view({}), RATIO)).toBe(1)
  expect(neededScale(view({ roll: 90 }), RATIO)).toBeCloseTo(RATIO)
  expect(neededScale(view({ roll: 90 }), 1 / RATIO)).toBeCloseTo(RATIO)
})
