import { rmSync } from 'node:fs'
import path from 'node:path'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ClipViewer } from './pages/clip-viewer'
import { ask, createTask, readTask, waitForStatus } from './support/api'
import { axeViolations } from './support/axe'
import { countedClip, putInPlace, readNumber } from './support/counted-clip'
import { mediaFiles } from './support/media-files'
import { startStudio, type Studio } from './support/studio'
import { expect, test } from './support/test'

// A studio of its own: which clip stands beside which is part of it.
let studio: Studio
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.remove())

const made: TaskOnWire[] = []
/** Coffee, then the rocket from it, then the cat: the gallery has the youngest first. */
async function clips(): Promise<[TaskOnWire, TaskOnWire, TaskOnWire]> {
  if (made.length === 0) {
    const make = async (picture: string, more: object = {}) => {
      const { id } = await createTask(studio.url, picture, more)
      made.push(await waitForStatus(studio.url, id, 'succeeded'))
      return id
    }
    const taskId = await make('coffee.png', { prompt: 'Steam rises slowly' })
    await make('rocket.jpg', {
      prompt: 'Smoke rises quickly',
      seed: 7,
      parent: { taskId, way: 'prompt' },
    })
    await make('chelsea.png', { prompt: 'The cat blinks' })
  }
  const [coffee, rocket, cat] = made
  if (!coffee || !rocket || !cat) throw new Error('no clips')
  return [coffee, rocket, cat]
}

test('a clip opens over the gallery under its own address, and leaves it as it was', async ({
  page,
  context,
}) => {
  const [coffee, rocket] = await clips()
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openOverGallery(rocket.id)
  await expect(page).toHaveURL(new RegExp(`/tasks/${rocket.id}$`))
  await expect(page).toHaveTitle(/^Smoke rises quickly/)
  await page.evaluate(() => document.querySelector('main ul')?.setAttribute('data-mark', ''))
  const isSame = () => page.locator('main ul[data-mark]').count()
  // The focus is inside, and what lies below cannot be reached.
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await page.goBack()
  await expect(viewer.dialog).toBeHidden()
  await expect(page).toHaveURL(/\/gallery$/)
  await page.goForward()
  await expect(viewer.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewer.dialog).toBeHidden()
  await expect(page).toHaveURL(/\/gallery$/)
  expect(await isSame()).toBe(1)
  await expect
    .poll(() =>
      page.evaluate(() =>
        document.activeElement?.closest('[data-task]')?.getAttribute('data-task'),
      ),
    )
    .toBe(rocket.id)
  // Reloaded, and in another tab, it is a page.
  await page.goForward()
  await expect(viewer.dialog).toBeVisible()
  await page.reload()
  await expect(viewer.video).toBeVisible()
  await expect(viewer.dialog).toHaveCount(0)
  await page.goBack()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page
      .locator(`[data-task="${coffee.id}"] a[href^="/tasks/"]`)
      .first()
      .click({ button: 'middle' }),
  ])
  await expect(tab.getByRole('heading', { name: 'Steam rises slowly' })).toBeVisible()
})

test('the player does what its buttons and its keys say', async ({ page }) => {
  const [coffee] = await clips()
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openPage(coffee.id)
  expect(await viewer.read('paused'), 'a page does not start by itself').toBe(true)
  await viewer.button('Play').click()
  await expect.poll(() => viewer.read('currentTime')).toBeGreaterThan(0.2)
  await page.keyboard.press('k')
  expect(await viewer.read('paused')).toBe(true)

  await test.step('seek by keys and by pointer', async () => {
    await viewer.seekBar.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => viewer.read('currentTime')).toBe(0)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => viewer.read('currentTime')).toBeCloseTo(0.5, 2)
    await expect(viewer.seekBar).toHaveAttribute('aria-valuetext', '0:00.50 of 0:05.00')
    const box = await viewer.seekBar.boundingBox()
    if (!box) throw new Error('no seek bar')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect.poll(() => viewer.read('currentTime')).toBeCloseTo(2.5, 1)
  })
  await test.step('frame by frame', async () => {
    const start = await viewer.frame()
    await viewer.button('One frame on').click()
    await expect.poll(() => viewer.frame()).toBe(start + 1)
    for (const key of ['.', '.', '.']) await page.keyboard.press(key)
    await expect.poll(() => viewer.frame()).toBe(start + 4)
    await page.keyboard.press(',')
    await expect.poll(() => viewer.frame()).toBe(start + 3)
  })
  await test.step('loop, speed, sound', async () => {
    expect(await viewer.read('loop')).toBe(true)
    await page.keyboard.press('l')
    await expect(viewer.button('Repeat')).toHaveAttribute('aria-pressed', 'false')
    await viewer.stage.getByRole('combobox', { name: 'Speed' }).selectOption('0.25')
    expect(await viewer.read('playbackRate')).toBe(0.25)
    await viewer.button('Pause').or(viewer.button('Play')).focus()
    await page.keyboard.press(']')
    await expect.poll(() => viewer.read('playbackRate')).toBe(0.5)
    await page.keyboard.press('m')
    await expect(viewer.button('Sound on')).toBeVisible()
    await viewer.stage.getByRole('slider', { name: 'Volume' }).fill('0.5')
    expect([await viewer.read('muted'), await viewer.read('volume')]).toEqual([false, 0.5])
  })
  await test.step('full screen', async () => {
    await viewer.button('Full screen').click()
    await expect(viewer.button('Leave full screen')).toBeVisible()
    await viewer.button('Leave full screen').click()
    await expect(viewer.button('Full screen')).toBeVisible()
  })
  // What was chosen is there again.
  await page.reload()
  await expect(viewer.button('Repeat')).toHaveAttribute('aria-pressed', 'false')
  expect(await viewer.read('volume')).toBe(0.5)
})

test('opened from its card it plays, unless motion is unwelcome; its controls fade', async ({
  page,
}) => {
  const [coffee] = await clips()
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openOverGallery(coffee.id)
  await expect.poll(() => viewer.read('currentTime')).toBeGreaterThan(0.2)
  await expect(viewer.stage).toHaveAttribute('data-idle', 'true')
  await page.mouse.move(300, 300)
  await expect(viewer.stage).toHaveAttribute('data-idle', 'false')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await viewer.openOverGallery(coffee.id)
  await viewer.ready()
  expect(await viewer.read('paused')).toBe(true)
})

test('next and previous go in the order of the gallery', async ({ page }) => {
  const [coffee, rocket, cat] = await clips()
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openOverGallery(rocket.id, '?q=rises')
  const at = (id: string) => expect(page).toHaveURL(new RegExp(`/tasks/${id}\\?q=rises$`))
  await expect(viewer.stage.getByText('1 of 2')).toBeVisible()
  await expect(viewer.button('Previous clip')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await at(coffee.id)
  await expect(viewer.stage.getByText('2 of 2')).toBeVisible()
  await viewer.button('Previous clip').click()
  await at(rocket.id)
  // One step, however many clips were turned to; and on the page it is the same.
  await page.goBack()
  await expect(page).toHaveURL(/\/gallery\?q=rises$/)
  await viewer.openPage(cat.id)
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(new RegExp(`/tasks/${rocket.id}$`))
  await expect(page.getByRole('heading', { name: 'Smoke rises quickly' })).toBeVisible()
  await expect(viewer.button('Previous clip')).toBeVisible()
  await swipe(viewer, { from: 600, to: 300 })
  await expect(page).toHaveURL(new RegExp(`/tasks/${coffee.id}$`))
})

async function swipe(viewer: ClipViewer, { from, to }: { from: number; to: number }) {
  await viewer.stage.evaluate(
    (stage, { from, to }) => {
      const touch = (x: number) =>
        new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 })
      const options = { bubbles: true, cancelable: true }
      const [start, end] = [touch(from), touch(to)]
      stage.dispatchEvent(
        new TouchEvent('touchstart', { ...options, touches: [start], changedTouches: [start] }),
      )
      stage.dispatchEvent(new TouchEvent('touchend', { ...options, changedTouches: [end] }))
    },
    { from, to },
  )
}

test('the sheet tells what is known, and copies it', async ({ page, context }) => {
  const [coffee, rocket] = await clips()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const viewer = new ClipViewer(page, studio.url)
  await viewer.openOverGallery(rocket.id)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: '7', exact: true }).click()
  await expect.poll(copied).toBe('7')
  await page.getByRole('button', { name: 'Copy all as JSON' }).click()
  await expect
    .poll(async () => JSON.parse(await copied()))
    .toMatchObject({ model: 'aisphere-v5', prompt: 'Smoke rises quickly', seed: 7 })
  await page.getByText("The gateway's answers, word for word").click()
  await expect(page.getByRole('region', { name: /^Submit, attempt 1/ })).toContainText(
    rocket.taskId ?? 'none',
  )
  await test.step('its family, and what is different', async () => {
    await page.getByText('What is different from it').click()
    await expect(page.locator('dialog del').first()).toHaveText('Steam')
    await expect(page.locator('dialog ins').first()).toHaveText('Smoke')
    await page.getByRole('list', { name: 'Made from', exact: true }).getByRole('link').click()
    await expect(page).toHaveURL(new RegExp(`/tasks/${coffee.id}$`))
    await expect(viewer.dialog.getByText('remixed once')).toBeVisible()
    await page.getByRole('list', { name: 'Became' }).getByRole('link').click()
    await expect(page).toHaveURL(new RegExp(`/tasks/${rocket.id}$`))
  })
  await test.step('it can be put away, and stays away', async () => {
    await page.keyboard.press('i')
    await expect(page.getByRole('heading', { name: 'Smoke rises quickly' })).toBeHidden()
    await page.reload()
    await expect(viewer.video).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Smoke rises quickly' })).toBeHidden()
    await viewer.button('Show details').click()
    await expect(page.getByRole('heading', { name: 'Smoke rises quickly' })).toBeVisible()
  })
})

for (const decoder of ['a decoder', 'the player alone'] as const) {
  test(`made longer by ${decoder}: the very last frame begins the next clip`, async ({ page }) => {
    const [coffee] = await clips()
    const last = 85
    putInPlace(studio, coffee.videos[0]?.sha256 ?? '', await countedClip(last + 1))
    // As on plain http, where pages may not decode.
    if (decoder === 'the player alone')
      await page.addInitScript(() => void Reflect.deleteProperty(window, 'VideoDecoder'))
    const viewer = new ClipViewer(page, studio.url)
    await viewer.openPage(coffee.id)
    await page.getByRole('button', { name: 'Make it longer' }).click()
    await expect(page.getByText(/Goes on from/)).toBeVisible()
    const accepted = page.waitForResponse((answer) => answer.status() === 202)
    await page.getByRole('button', { name: /^Generate/ }).click()
    const { id } = await (await accepted).json()
    const task = await readTask(studio.url, id)
    expect(task).toMatchObject({
      prompt: coffee.prompt,
      parent: { id: coffee.id, way: 'longer' },
      params: coffee.params,
    })
    const picture = await ask(studio.url, task.inputs[0]?.url ?? '')
    expect(await readNumber(await picture.arrayBuffer())).toEqual({
      number: last,
      width: 560,
      height: 320,
    })
    await waitForStatus(studio.url, id, 'succeeded')
  })
}

test('a clip whose file is gone says so, and is fetched again while the gateway has it', async ({
  page,
}) => {
  const [, , cat] = await clips()
  const sha256 = cat.videos[0]?.sha256 ?? 'none'
  const file = mediaFiles(studio.dataDir).find((name) => name.includes(sha256))
  rmSync(path.join(studio.dataDir, 'media', file ?? 'none'))
  const viewer = new ClipViewer(page, studio.url)
  await page.goto(`${studio.url}/tasks/${cat.id}`)
  const lost = viewer.stage.getByRole('alert')
  await expect(lost).toContainText('The file of this clip is gone')
  await expect(lost).toContainText(sha256)
  await expect(lost.getByRole('link', { name: 'Use its settings again' })).toBeVisible()
  await expect(lost.getByRole('link', { name: 'Download its picture' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await lost.getByRole('button', { name: 'Ask the gateway for it again' }).click()
  await expect(viewer.video).toBeVisible()
  await viewer.ready()
  expect(await readTask(studio.url, cat.id)).toMatchObject({ status: 'succeeded' })
})

for (const locale of ['en', 'zh'] as const) {
  test(`everybody can use it, in ${locale}`, async ({ page, context }) => {
    const [, rocket] = await clips()
    await context.addCookies([{ name: 'locale', value: locale, url: studio.url }])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${studio.url}/tasks/${rocket.id}`)
    await page.locator('summary').last().click()
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await axeViolations(page), `${width} ${colorScheme}`).toEqual([])
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${width}`).toBe(0)
    }
  })
}
