import { describe, expect, test } from 'vitest'
import { blurred, layered, path, still, type Ease } from './camera-path'
import { smooth, steady, sudden, whip } from './camera-path'

const EASES: Record<string, Ease> = { steady, smooth, sudden, whip }
const STEPS = Array.from({ length: 49 }, (_, index) => index / 48)

test.each(Object.entries(EASES))('%s goes from start to end and never back', (_name, ease) => {
  const ways = STEPS.map(ease)
  expect([ways[0], ways.at(-1)]).toEqual([0, 1])
  expect(ways).toEqual([...ways].sort((a, b) => a - b))
})

test('a whip stands before and after', () => {
  expect(STEPS.filter((t) => whip(t) > 0 && whip(t) < 1)).toHaveLength(7)
})

describe('path', () => {
  const there = { scale: 2, dx: 1, dy: -1, roll: 30, yaw: 20, pitch: 10 }

  test('passes through its stops, and faces the picture where they say nothing', () => {
    const move = path(steady, {}, there, { dx: -1 })
    const facing = { scale: 1, dx: 0, dy: 0, roll: 0, yaw: 0, pitch: 0 }
    expect(move(0)).toEqual({ background: facing, subject: null, smear: 0 })
    expect(move(0.5).background).toEqual(there)
    expect(move(1).background).toEqual({ ...facing, dx: -1 })
  })

  test('goes straight between two, the size by a constant factor', () => {
    const { scale, ...rest } = path(steady, {}, there)(0.5).background
    expect(scale).toBeCloseTo(Math.SQRT2)
    expect(rest).toEqual({ dx: 0.5, dy: -0.5, roll: 15, yaw: 10, pitch: 5 })
  })
})

test('layered takes the subject from the one and the rest from the other', () => {
  const move = layered({ background: still({ dx: 1 }), subject: still({ scale: 3 }) })
  expect(move(0.3)).toMatchObject({ background: { dx: 1 }, subject: { scale: 3 } })
})

describe('blurred', () => {
  test('smears as far as the content runs while the shutter is open', () => {
    // At scale 1.5 the picture is half a frame wider than the frame: all of it in all of the time.
    const move = blurred(0.1, path(steady, { scale: 1.5, dx: -1 }, { scale: 1.5, dx: 1 }))
    expect(move(0.5).smear).toBeCloseTo(0.05)
    expect(move(0).smear).toBeCloseTo(0.025)
  })

  test('smears nothing that stands', () => {
    expect(blurred(0.1, still({ scale: 1.5, dx: 1 }))(0.5).smear).toBe(0)
  })
})
