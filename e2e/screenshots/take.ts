import sharp from 'sharp'
import type { Page } from 'playwright/test'
import { CreatePage } from '../pages/create-page'
import { startStudio, type Studio } from '../support/studio'
import { test } from '../support/test'
import { seedClips } from './seed'

const PROMPT = 'Steam rises slowly from the cup, warm morning light moves across the table.'
const PROMPT_ZH = '火箭点火升空，浓烟向四周翻滚，火光照亮夜空。'

let studio: Studio

test.beforeAll(async () => {
  studio = await startStudio()
  await seedClips(studio.url)
})
test.afterAll(() => studio.remove())

async function keep(page: Page, name: string): Promise<void> {
  // What still fades in or loads would be half there.
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {})
  const picture = await page.screenshot({ animations: 'disabled' })
  await sharp(picture).webp({ quality: 86 }).toFile(`docs/images/${name}.webp`)
}

async function fillForm(page: Page, words: { picture: string; prompt: string }): Promise<void> {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await create.choosePicture(words.picture)
  await create.prompt.fill(words.prompt)
}

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' })
  test('create, with a clip in the making', async ({ page }) => {
    await fillForm(page, { picture: 'coffee.png', prompt: PROMPT })
    // The slowest clip there is, so that it is still in the making when the picture is taken.
    await page.getByRole('radio', { name: '1080p' }).check({ force: true })
    await page.getByRole('button', { name: /^Generate/ }).click()
    const making = page.locator('[data-status=running]')
    await making.waitFor()
    await keep(page, 'create-dark')
    if ((await making.count()) === 0) throw new Error('taken too late')
  })
  test('one clip', async ({ page }) => {
    await page.goto(`${studio.url}/gallery`)
    await page.locator('li[data-status="succeeded"] > a').first().click()
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 3)
    await keep(page, 'clip-dark')
  })
})

test.describe('light', () => {
  test.use({ colorScheme: 'light' })
  test('gallery', async ({ page }) => {
    await page.goto(`${studio.url}/gallery`)
    await keep(page, 'gallery-light')
  })
})

test.describe('phone', () => {
  test.use({
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  })
  test('create', async ({ page }) => {
    await fillForm(page, {
      picture: 'chelsea.png',
      prompt: 'The cat turns its head and blinks slowly.',
    })
    await keep(page, 'phone-dark')
  })
})

test.describe('Chinese', () => {
  test.use({ colorScheme: 'light', locale: 'zh-CN' })
  test('create', async ({ page }) => {
    await fillForm(page, { picture: 'rocket.jpg', prompt: PROMPT_ZH })
    await keep(page, 'create-chinese')
  })
})
