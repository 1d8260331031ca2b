import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { picture, temporaryFolder } from '../test-harness'
import { cutOut, difference, drawAt, fixture, likeness, mean } from './test-frames'
import { renderJob, steps, timesOf, type Box } from './test-frames'
import { openScene } from './open-scene'
import { colourMatrix, loadYuv } from './yuv-picture'

const PAIR = renderJob({
  pictures: [
    { file: fixture('chelsea.png'), role: 'first' },
    { file: fixture('coffee.png'), role: 'last' },
  ],
})
const FRAMES = 120
const MOVES = [null, 'horizontal_left', 'horizontal_right', 'vertical_up', 'vertical_down']
const MORE_MOVES = ['zoom_in', 'quickly_zoom_out', 'whip_pan', 'fix_bg', 'camera_rotation']

async function stills() {
  const matrix = colourMatrix(PAIR.height)
  const pictures = await Promise.all(PAIR.pictures.map(({ file }) => loadYuv(file, PAIR, matrix)))
  const [first, last] = pictures.map((picture) => picture.planes[0])
  if (!first || !last) throw new Error('a pair has two pictures')
  return { first, last }
}

async function drawnPair(move: string | null) {
  return drawAt(await openScene({ ...PAIR, move }), PAIR, timesOf(FRAMES))
}

describe.each([...MOVES, ...MORE_MOVES])('the transition of a pair, with the move %s', (move) => {
  test('begins as the first picture and ends as the last', async () => {
    const frames = await drawnPair(move)
    const { first, last } = await stills()
    // Strangers to each other, so that neither can be taken for the other.
    expect(likeness(first, last)).toBeLessThan(0.3)
    expect(likeness(frames[0] ?? last, first)).toBeGreaterThan(0.97)
    expect(likeness(frames.at(-1) ?? first, last)).toBeGreaterThan(0.97)
  })

  test('goes from the one to the other without a jump, a pause or a dark moment', async () => {
    const frames = await drawnPair(move)
    const { first, last } = await stills()
    const toFirst = frames.map((frame) => likeness(frame, first))
    const toLast = frames.map((frame) => likeness(frame, last))
    expect(worstReturn(toFirst.map((value) => -value))).toBeLessThan(0.06)
    expect(worstReturn(toLast)).toBeLessThan(0.06)
    // Of the 48 that a cut would take at once.
    expect(difference(first, last)).toBeGreaterThan(45)
    expect(Math.max(...steps(frames))).toBeLessThan(5)
    const darkest = Math.min(mean(first.data), mean(last.data))
    for (const frame of frames) expect(mean(frame.data)).toBeGreaterThan(darkest - 6)
  })
})

/** How far a row of numbers that should rise falls back below what it had reached. */
function worstReturn(values: readonly number[]): number {
  let reached = -Infinity
  let worst = 0
  for (const value of values) {
    reached = Math.max(reached, value)
    worst = Math.max(worst, reached - value)
  }
  return worst
}

test.each([
  ['horizontal_left', 'left', 'right'],
  ['horizontal_right', 'right', 'left'],
  ['vertical_up', 'upper', 'lower'],
  ['vertical_down', 'lower', 'upper'],
] as const)('with %s the last picture comes in from the %s', async (move, there, opposite) => {
  const folder = await temporaryFolder()
  const flat = async (role: 'first' | 'last', background: string) => {
    const file = path.join(folder, role)
    await picture({ width: 300, height: 200, background }).png().toFile(file)
    return { file, role }
  }
  const pictures = [await flat('first', '#000000'), await flat('last', '#ffffff')]
  const scene = await openScene({ ...PAIR, pictures, move })
  const [start, middle, end] = drawAt(scene, PAIR, [0, 0.5, 1])
  if (!start || !middle || !end) throw new Error('no frames')
  const { width, height } = PAIR
  const halves = {
    left: { left: 0, top: 0, width: width / 2, height },
    right: { left: width / 2, top: 0, width: width / 2, height },
    upper: { left: 0, top: 0, width, height: height / 2 },
    lower: { left: 0, top: height / 2, width, height: height / 2 },
  }
  const partOfLast = (half: Box) =>
    (mean(cutOut(middle, half).data) - mean(start.data)) / (mean(end.data) - mean(start.data))
  expect(partOfLast(halves[there])).toBeGreaterThan(0.7)
  expect(partOfLast(halves[opposite])).toBeLessThan(0.3)
})
