import { expect, test } from 'vitest'
import { FRAMES_PER_SECOND } from './clip-size'
import { drawAt, fixture, likeness, renderJob, steps, timesOf } from './test-frames'
import { openScene } from './open-scene'
import { shotCount } from './several-shots'

const PICTURES = ['astronaut.png', 'chelsea.png', 'coffee.png', 'rocket.jpg'] as const

/** The frames with which a shot begins: they differ far more from the one before than their neighbours do. */
function cutsIn(differences: readonly number[]): number[] {
  return differences.flatMap((step, index) => {
    const around = Math.max(differences[index - 1] ?? 0, differences[index + 1] ?? 0)
    return step > around * 4 ? [index + 1] : []
  })
}

async function measured(name: (typeof PICTURES)[number], seconds: number, shots: number) {
  const pictures = [{ file: fixture(name), role: 'first' as const }]
  const job = renderJob({ pictures, seconds, shots })
  return drawAt(await openScene(job), job, timesOf(seconds * FRAMES_PER_SECOND))
}

test.each(PICTURES.flatMap((name) => [5, 8, 10].map((seconds) => [name, seconds] as const)))(
  'a clip of %s, %i seconds long, is cut into equal shots',
  async (name, seconds) => {
    const shots = shotCount(seconds)
    const length = (seconds * FRAMES_PER_SECOND) / shots
    const frames = await measured(name, seconds, shots)
    const expected = Array.from({ length: shots - 1 }, (_, index) => (index + 1) * length)
    expect(cutsIn(steps(frames))).toEqual(expected)
  },
)

test.each(PICTURES)('a clip of %s in one shot has no cut', async (name) => {
  expect(cutsIn(steps(await measured(name, 5, 1)))).toEqual([])
})

test('there are two to four shots', () => {
  expect([5, 8, 10].map(shotCount)).toEqual([2, 3, 4])
})

test('a pair in several shots still begins as the first and ends as the last', async () => {
  const job = renderJob({
    pictures: [
      { file: fixture('chelsea.png'), role: 'first' },
      { file: fixture('coffee.png'), role: 'last' },
    ],
  })
  const ends = async (shots: number) => drawAt(await openScene({ ...job, shots }), job, [0, 1])
  const [first, last] = await ends(1)
  const [cutFirst, cutLast] = await ends(3)
  if (!first || !last || !cutFirst || !cutLast) throw new Error('no frames')
  expect(likeness(first, cutFirst)).toBeGreaterThan(0.97)
  expect(likeness(last, cutLast)).toBeGreaterThan(0.99)
  const frames = drawAt(await openScene({ ...job, shots: 3 }), job, timesOf(120))
  expect(cutsIn(steps(frames))).toEqual([40, 80])
})
