import { readFileSync } from 'node:fs'
import { CreatePage } from './pages/create-page'
import { ask, PICTURES, picturePath, waitForStatus } from './support/api'
import { readClip } from './support/clip-file'
import { clipFrames, likeness, pictureFrame } from './support/frames'
import { expect, test } from './support/test'

/** Measured: a first frame correlates with its own picture at 0.993 to 0.997, with another one at 0.15 at most. */
const SAME_PICTURE = 0.95
const OTHER_PICTURE = 0.5

const SIZES = {
  'astronaut.png': [512, 512],
  'chelsea.png': [451, 300],
  'coffee.png': [600, 400],
  'rocket.jpg': [640, 427],
} as const

for (const picture of PICTURES) {
  test(`${picture} becomes a clip that plays`, async ({ page, studio }) => {
    const create = new CreatePage(page, studio.url)
    await create.open()
    await create.choosePicture(picture)
    await create.prompt.fill(`slowly, ${picture}`)
    const accepted = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/tasks') && answer.status() === 202,
    )
    await create.generate.click()
    const { id } = await (await accepted).json()

    // The new task is there at once, and its state moves without a reload.
    const card = page.locator(`[data-task="${id}"]`).first()
    await expect(card).toHaveAttribute('data-status', /queued|submitting|running|archiving/)
    await expect(card).toHaveAttribute('data-status', 'succeeded', { timeout: 60_000 })

    await page.getByRole('link', { name: 'Gallery' }).first().click()
    await expect(page).toHaveURL(/\/gallery$/)
    const tile = page.locator(`[data-task="${id}"]`).first()
    await tile.hover()
    const video = tile.locator('video')
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.3)
    await video.evaluate((element: HTMLVideoElement) => void (element.currentTime = 4))
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThanOrEqual(4)

    const task = await waitForStatus(studio.url, id, 'succeeded')
    const [clip] = task.videos
    const file = await (await ask(studio.url, clip?.url ?? '')).arrayBuffer()
    const facts = await readClip(file)
    const [width, height] = SIZES[picture]
    expect(facts.codec).toBe('avc')
    expect(facts.seconds).toBeCloseTo(5, 1)
    expect(Math.min(facts.width, facts.height)).toBe(540)
    expect(facts.width / facts.height).toBeCloseTo(width / height, 1)
    expect(clip).toMatchObject({ width: facts.width, height: facts.height, bytes: file.byteLength })

    const [first] = await clipFrames(page, clip?.url ?? '', [0])
    for (const other of PICTURES) {
      const still = await pictureFrame(page, dataUri(other))
      const figure = first ? likeness(first, still) : 0
      if (other === picture)
        expect(figure, `${picture} is its own first frame`).toBeGreaterThan(SAME_PICTURE)
      else
        expect(figure, `${other} is not the first frame of ${picture}`).toBeLessThan(OTHER_PICTURE)
    }
  })
}

function dataUri(name: string): string {
  const type = name.endsWith('.png') ? 'image/png' : 'image/jpeg'
  return `data:${type};base64,${readFileSync(picturePath(name)).toString('base64')}`
}
