import { EXPECTED_MOVES, objections } from '@/lib/simulator/render/optics/expected-moves'
import { measureShot } from '@/lib/simulator/render/optics/measure-shot'
import { createTask, waitForStatus } from './support/api'
import { clipFrames } from './support/frames'
import { expect, test } from './support/test'

const FRAMES_PER_SECOND = 24
const LAST_FRAME = 5 * FRAMES_PER_SECOND - 1
/** The middles of 31 frames from the first to the last, in seconds. */
const MOMENTS = Array.from(
  { length: 31 },
  (_, index) => (Math.round((index * LAST_FRAME) / 30) + 0.5) / FRAMES_PER_SECOND,
)
/** The picture's shape, and enough to measure by. */
const SIZE = { width: 132, height: 88 }

/** Asked for all at once, so that one clip is rendered while another is looked at. */
const tasks = new Map<string, string>()
test.beforeAll(async ({ studio }) => {
  for (const cameraMovement of EXPECTED_MOVES) {
    const settings = { model: 'aisphere-v4.5', cameraMovement }
    const { id } = await createTask(studio.url, 'chelsea.png', settings)
    tasks.set(cameraMovement, id)
  }
})

for (const move of EXPECTED_MOVES) {
  test(`the clip moves as ${move} says`, async ({ page, studio }) => {
    const task = await waitForStatus(studio.url, tasks.get(move) ?? '', 'succeeded')
    await page.goto(studio.url)
    const frames = await clipFrames(page, task.videos[0]?.url ?? '', MOMENTS, SIZE)
    const measures = measureShot(frames)
    expect(objections(move, measures)).toEqual([])
    // The measure tells the moves apart: the clip could be no other.
    const others = EXPECTED_MOVES.filter((other) => other !== move)
    expect(others.filter((other) => objections(other, measures).length === 0)).toEqual([])
  })
}
