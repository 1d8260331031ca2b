import type { Page } from 'playwright/test'
import { axeViolations } from './support/axe'
import { ask, createTask, PICTURES, postTask, uploadPicture, waitForStatus } from './support/api'
import { watchShift } from './support/layout'
import { startStudio, type Studio } from './support/studio'
import { expect, test } from './support/test'

const WAITING = 150
const MOST_NODES = 600
const VIEWS = [
  ['Compact', 'clip-rows-compact'],
  ['List', 'clip-lines'],
  ['Comfortable', 'clip-rows'],
] as const

let studio: Studio
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const maker = await startStudio()
  const clips: string[] = []
  for (const picture of PICTURES) clips.push((await createTask(maker.url, picture)).id)
  for (const id of clips) await waitForStatus(maker.url, id, 'succeeded')
  await expect.poll(() => countStills(maker.url), { timeout: 30_000 }).toBe(clips.length)
  await maker.stop()
  // What is asked for from here on waits: it stands above the clips, and many of it.
  studio = await startStudio({ WORKER: 'off' }, maker.dataDir)
  const { id: imageId } = await uploadPicture(studio.url, 'coffee.png')
  for (let index = 0; index < WAITING; index += 1) await addWaiting(imageId, `number ${index}`)
})
test.afterAll(() => studio.remove())

async function countStills(url: string): Promise<number> {
  const { tasks } = await (await ask(url, '/api/tasks')).json()
  return tasks.filter(({ videos }: { videos: { blur: string | null }[] }) => videos[0]?.blur).length
}

async function addWaiting(imageId: string, prompt: string): Promise<string> {
  const answer = await postTask(studio.url, { model: 'aisphere-v5', prompt, image: { imageId } })
  return (await answer.json()).id
}

/** A gallery that is alive, with its whole height. */
async function openGallery(page: Page, search = ''): Promise<void> {
  const shape = page.waitForResponse('**/api/gallery/shape*')
  await page.goto(`${studio.url}/gallery${search}`)
  await shape
  await expect(page.locator('li[data-index="0"]')).toBeVisible()
}

type Place = { task: string | null; top: number }

/** The first clip below the page's head, and where it stands. */
function placeInView(page: Page): Promise<Place> {
  return page.evaluate(() => {
    const items = [...document.querySelectorAll('li[data-index]')]
    const first = items.find((item) => item.getBoundingClientRect().bottom > 60)
    return {
      task: first?.getAttribute('data-task') ?? null,
      top: Math.round(first?.getBoundingClientRect().top ?? 0),
    }
  })
}

async function scrollToMiddle(page: Page): Promise<Place> {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2))
  await expect.poll(async () => (await placeInView(page)).task).not.toBeNull()
  return placeInView(page)
}

const clips = (page: Page) => page.locator('li[data-status="succeeded"]')

test('first its blur, over it its still, and over that its motion: one clip at a time', async ({
  page,
}) => {
  await openGallery(page, '?state=succeeded')
  const [first, second] = [clips(page).nth(0), clips(page).nth(1)]
  await expect(first.locator('a').first()).toHaveCSS('background-image', /data:image/)
  await expect(first.locator('img')).toHaveJSProperty('complete', true)
  await expect(page.locator('video')).toHaveCount(0)
  await first.hover()
  await expect(first.locator('video[data-playing]')).toHaveJSProperty('muted', true)
  await second.hover()
  await expect(second.locator('video[data-playing]')).toHaveJSProperty('loop', true)
  await expect(page.locator('video')).toHaveCount(1)
  await page.mouse.move(2, 2)
  await expect(page.locator('video')).toHaveCount(0)
  await first.locator('a').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(second.locator('video[data-playing]')).toHaveCount(1)
})

test('nothing moves: neither as the page comes alive nor while it is scrolled', async ({
  page,
}) => {
  const shift = await watchShift(page)
  await openGallery(page)
  for (let step = 0; step < 20; step += 1) await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(4000)
  expect(await shift()).toBe(0)
})

test('a clip opened and left, another width, a reload, another page: the place is the same', async ({
  page,
}) => {
  await openGallery(page)
  const before = await scrollToMiddle(page)
  await page.locator('li[data-index] > a').nth(8).click()
  await expect(page).toHaveURL(/\/tasks\//)
  await page.goBack()
  await expect(page).toHaveURL(/\/gallery$/)
  expect(await placeInView(page)).toEqual(before)

  for (const width of [900, 1280]) {
    await page.setViewportSize({ width, height: 720 })
    await expect(page.locator(`li[data-task="${before.task}"]`)).toBeInViewport()
  }
  const after = await placeInView(page)
  await page.reload()
  await expect.poll(() => placeInView(page)).toEqual(after)

  await page.getByRole('link', { name: 'Create', exact: true }).click()
  await expect(page).toHaveURL(`${studio.url}/`)
  await page.goBack()
  await expect.poll(() => placeInView(page)).toEqual(after)
})

test('what comes is counted, what changes or goes is put right, and nothing moves by it', async ({
  page,
}) => {
  const { id: imageId } = await uploadPicture(studio.url, 'coffee.png')
  const gone = await addWaiting(imageId, 'soon canceled')
  await openGallery(page)
  await expect(page.locator(`li[data-task="${gone}"]`)).toHaveAttribute('data-status', 'queued')
  const fresh = await addWaiting(imageId, 'just come')
  const pill = page.getByRole('button', { name: '1 new' })
  await expect(pill).toBeVisible()
  await expect(page.locator(`li[data-task="${fresh}"]`)).toHaveCount(0)
  await ask(studio.url, `/api/tasks/${gone}/cancel`, { method: 'POST' })
  await expect(page.locator(`li[data-task="${gone}"]`)).toHaveAttribute('data-status', 'canceled')
  await ask(studio.url, `/api/tasks/${gone}`, { method: 'DELETE' })
  await expect(page.locator(`li[data-task="${gone}"]`)).toHaveCount(0)
  await pill.click()
  await expect(page.locator('li[data-index="0"]')).toHaveAttribute('data-task', fresh)
  await expect(pill).toHaveCount(0)
})

test('what it asks for comes packed, and events are not held back for it', async () => {
  const packing = async (route: string) => {
    const answer = await ask(studio.url, route, { headers: { 'accept-encoding': 'gzip' } })
    await answer.body?.cancel()
    return [answer.status, answer.headers.get('content-encoding')]
  }
  expect(await packing('/api/gallery/shape')).toEqual([200, 'gzip'])
  expect(await packing('/api/tasks?limit=60')).toEqual([200, 'gzip'])
  expect(await packing('/api/events')).toEqual([200, null])
})

test('the arrows lead over all of it, as the eye sees it', async ({ page }) => {
  await openGallery(page)
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-index'))
  await page.locator('li[data-index="0"] > a').focus()
  await page.keyboard.press('ArrowDown')
  const below = Number(await focused())
  expect(below).toBeGreaterThan(1)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('0')
  await page.keyboard.press('End')
  const last = await page.locator('li[data-index]').first().getAttribute('aria-setsize')
  await expect.poll(focused).toBe(String(Number(last) - 1))
  await page.keyboard.press('Home')
  await expect.poll(focused).toBe('0')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tasks\//)
})

for (const colorScheme of ['dark', 'light'] as const) {
  test(`every view is accessible, of few elements, and drawn by the server too: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 1440, height: 900 })
    await openGallery(page)
    for (const [view, look] of VIEWS) {
      await page.getByRole('radio', { name: view }).check({ force: true })
      await expect(page.locator(`ul.${look} li[data-index="1"]`)).toBeVisible()
      expect(await axeViolations(page), view).toEqual([])
      const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
      expect(nodes, view).toBeLessThanOrEqual(MOST_NODES)
      // What the server draws for this browser is that view at once.
      expect(await (await page.request.get(`${studio.url}/gallery`)).text()).toContain(look)
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  test('a tap opens, its button plays in place, and nothing is wider than the screen', async ({
    page,
  }) => {
    await openGallery(page, '?state=succeeded')
    for (const [view, rows] of VIEWS) {
      await page.getByRole('button', { name: 'All filters' }).tap()
      await page.getByRole('dialog').getByRole('radio', { name: view }).check({ force: true })
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().tap()
      await expect(page.locator(`ul.${rows}`)).toBeVisible()
      await expect(clips(page).first()).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      )
    }
    await clips(page).first().getByRole('button', { name: /^Play/ }).tap()
    await expect(clips(page).first().locator('video[data-playing]')).toHaveCount(1)
    await clips(page).nth(1).locator('a').first().tap()
    await expect(page).toHaveURL(/\/tasks\//)
  })
})
