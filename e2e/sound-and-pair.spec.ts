import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { createTask, picturePath, postTask, uploadPicture, waitForStatus } from './support/api'
import { clipFrames, likeness, pictureFrame } from './support/frames'
import { expect, test } from './support/test'

/** How loud and how long a clip sounds in the browser, 0 to 1 and in seconds; null when it has no sound. */
function hear(page: Page, url: string): Promise<{ loudness: number; seconds: number } | null> {
  return page.evaluate(async (address) => {
    const bytes = await (await fetch(address)).arrayBuffer()
    const context = new OfflineAudioContext(2, 1, 48_000)
    const sound = await context.decodeAudioData(bytes).catch(() => null)
    if (!sound) return null
    const samples = sound.getChannelData(0)
    const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length
    return { loudness: Math.sqrt(power), seconds: sound.duration }
  }, url)
}

test('a clip has the sound that was asked for, and only then', async ({ page, studio }) => {
  const v55 = { model: 'aisphere-v5.5', prompt: 'a boat' }
  const audible = await createTask(studio.url, 'coffee.png', { ...v55, generateAudioSwitch: true })
  const silent = await createTask(studio.url, 'coffee.png', { ...v55, generateAudioSwitch: false })
  const effect = { soundEffectSwitch: true, soundEffectContent: 'birds' }
  const other = await createTask(studio.url, 'coffee.png', { model: 'aisphere-v5', ...effect })
  await page.goto(studio.url)
  const heard: Awaited<ReturnType<typeof hear>>[] = []
  for (const { id } of [audible, silent, other]) {
    const task = await waitForStatus(studio.url, id, 'succeeded')
    heard.push(await hear(page, task.videos[0]?.url ?? ''))
  }
  const [ofAudible, ofSilent, ofOther] = heard
  expect(ofSilent).toBeNull()
  for (const sound of [ofAudible, ofOther]) {
    // Silence is 0; made with 0.1, before and after the encoder.
    expect(sound?.loudness).toBeGreaterThan(0.05)
    expect(sound?.loudness).toBeLessThan(0.3)
    expect(Math.abs((sound?.seconds ?? 0) - 5)).toBeLessThan(1 / 24)
  }
})

test('first and last frame are the two pictures, as the browser decodes them', async ({
  page,
  studio,
}) => {
  const [head, tail] = await Promise.all(
    ['chelsea.png', 'coffee.png'].map((name) => uploadPicture(studio.url, name)),
  )
  const answer = await postTask(studio.url, {
    model: 'aisphere-v5',
    prompt: 'slowly',
    headtailImages: { head: { imageId: head?.id }, tail: { imageId: tail?.id } },
    resolution: '360p',
  })
  expect(answer.status, await answer.clone().text()).toBe(202)
  const { id } = await answer.json()
  const task = await waitForStatus(studio.url, id, 'succeeded')
  await page.goto(studio.url)
  const url = task.videos[0]?.url ?? ''
  const [first, last] = await clipFrames(page, url, [0, 119 / 24 + 0.02])
  const [still, other] = await Promise.all(
    ['chelsea.png', 'coffee.png'].map((name) => pictureFrame(page, dataUri(name))),
  )
  if (!first || !last || !still || !other) throw new Error('no frames')
  expect(likeness(first, still)).toBeGreaterThan(0.95)
  expect(likeness(last, other)).toBeGreaterThan(0.95)
  expect(likeness(first, other)).toBeLessThan(0.5)
})

function dataUri(name: string): string {
  return `data:image/png;base64,${readFileSync(picturePath(name)).toString('base64')}`
}
