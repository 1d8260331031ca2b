import { describe, expect, test } from 'vitest'
import { aligner } from './align'
import { flowAt, FLOW_KEYS, STILL, type Flow } from './flow'
import { pyramid, type GreyFrame } from './grey-frame'
import { BACKGROUND, SUBJECT } from './spots'

const SIZE = { width: 120, height: 80 }
/** Within 0.003: a third of a pixel. */
const DIGITS = 2.2

/** A hilly brightness without end, with nothing the same twice in a frame. */
function hills(x: number, y: number): number {
  const waves = Math.sin(9 * x + 4 * y) + Math.sin(17 * x * y + 11 * y) + Math.sin(23 * x - 8 * y)
  return 128 + 30 * waves + 20 * Math.sin(31 * y + 5 * x * x)
}

function frame(place: (x: number, y: number) => { x: number; y: number }): GreyFrame {
  const { width, height } = SIZE
  const pixels = Float64Array.from({ length: width * height }, (_, at) => {
    const x = ((at % width) + 0.5) / width - 0.5
    const y = ((Math.floor(at / width) + 0.5) / height - 0.5) * (height / width)
    const from = place(x, y)
    return hills(from.x, from.y)
  })
  return { width, height, pixels }
}

/** What is at a place flows to where the second frame has it. */
const before = (flow: Flow) => pyramid(frame((x, y) => flowAt(flow, x, y)))
const after = pyramid(frame((x, y) => ({ x, y })))

const FLOWS: [string, Partial<Flow>][] = [
  ['nothing', {}],
  ['a pixel’s tenth to the right', { x: 0.1 / 120 }],
  ['far to the left', { x: -0.18 }],
  ['down', { y: 0.05 }],
  ['growing', { growth: 0.06 }],
  ['turning', { turn: -0.05 }],
  ['all of these', { x: 0.03, y: -0.02, growth: -0.04, turn: 0.03 }],
]

describe('the flow between two frames', () => {
  test.each<[string, Partial<Flow>]>([
    ...FLOWS,
    ['leaning to the side', { leanX: 0.08 }],
    ['leaning down', { leanY: -0.08, y: 0.02 }],
  ])('of the background: %s', (_name, flow) => {
    const expected = { ...STILL, ...flow }
    const found = aligner(BACKGROUND)(before(expected), after)
    for (const key of FLOW_KEYS) expect(found[key]).toBeCloseTo(expected[key], DIGITS)
  })

  test.each(FLOWS)('of the subject: %s', (_name, flow) => {
    const expected = { ...STILL, ...flow }
    const found = aligner(SUBJECT)(before(expected), after)
    for (const key of FLOW_KEYS) expect(found[key]).toBeCloseTo(expected[key], DIGITS)
  })

  test('each is found where the other goes another way', () => {
    const own = { ...STILL, growth: 0.05 }
    const mixed = pyramid(
      frame((x, y) => (Math.hypot(x, y * 1.5) < 0.28 ? flowAt(own, x, y) : { x: x + 0.04, y })),
    )
    expect(aligner(BACKGROUND)(mixed, after)).toMatchObject({
      x: expect.closeTo(0.04, DIGITS),
      growth: expect.closeTo(0, DIGITS),
    })
    expect(aligner(SUBJECT)(mixed, after)).toMatchObject({
      x: expect.closeTo(0, DIGITS),
      growth: expect.closeTo(0.05, DIGITS),
    })
  })
})
