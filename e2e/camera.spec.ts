import { createTask, waitForStatus } from './support/api'
import { clipFrames, measureMotion, type Motion } from './support/frames'
import { expect, test } from './support/test'

/** A camera that travels left sees the content move right. */
const MOVES: Record<string, (motion: Motion) => boolean> = {
  horizontal_left: ({ dx, scale }) => dx >= 4 && scale === 1,
  horizontal_right: ({ dx, scale }) => dx <= -4 && scale === 1,
  zoom_in: ({ scale, dx }) => scale >= 1.04 && Math.abs(dx) <= 2,
  zoom_out: ({ scale, dx }) => scale <= 0.96 && Math.abs(dx) <= 2,
}

for (const [cameraMovement, isAsAsked] of Object.entries(MOVES)) {
  test(`the picture moves as ${cameraMovement} says`, async ({ page, studio }) => {
    const { id } = await createTask(studio.url, 'coffee.png', {
      model: 'aisphere-v4.5',
      cameraMovement,
    })
    const task = await waitForStatus(studio.url, id, 'succeeded')
    await page.goto(studio.url)
    const [from, to] = await clipFrames(page, task.videos[0]?.url ?? '', [1, 3.5])
    if (!from || !to) throw new Error('no frames')
    const motion = measureMotion(from, to)
    expect(isAsAsked(motion), `${cameraMovement} measured as ${JSON.stringify(motion)}`).toBe(true)
    // The measure tells the moves apart: no other move's condition holds.
    const others = Object.entries(MOVES).filter(([name]) => name !== cameraMovement)
    expect(others.filter(([, holds]) => holds(motion)).map(([name]) => name)).toEqual([])
  })
}
