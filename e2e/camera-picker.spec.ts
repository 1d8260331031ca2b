import type { Page } from 'playwright/test'
import { CAMERA_PREVIEWS } from '@/components/generate/camera/camera-previews'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'
import { cameraMove } from '@/lib/simulator/render/camera-moves'
import { CreatePage } from './pages/create-page'
import { ask } from './support/api'
import { axeViolations } from './support/axe'
import { expect, test } from './support/test'

/** A word that only the moves' own script says. */
const MOVES = 'subject-mask'

async function openForm(page: Page, url: string) {
  const create = new CreatePage(page, url)
  await create.open()
  await create.choosePicture('coffee.png')
  await create.prompt.fill('a clip that moves')
  await page.getByRole('radio', { name: /^v4\.5/ }).press('Space')
  await page.locator('summary').first().click()
  return { create, line: page.getByRole('button', { name: /^(Camera movement|运镜)/ }) }
}

async function openMoves(page: Page, url: string) {
  const form = await openForm(page, url)
  await form.line.click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.locator('img').first()).toHaveJSProperty('complete', true)
  const tile = (move: string) =>
    sheet.locator('label').filter({ has: page.locator(`[value=${move}]`) })
  return { ...form, sheet, tile }
}

/** The moves that play: what transforms a picture, for longer than a button's colour takes to change. */
const playing = (page: Page) =>
  page.evaluate(() =>
    document.getAnimations().flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect) || effect.target?.tagName !== 'IMG') return []
      return effect.target.closest('label')?.querySelector('input')?.value ?? 'none'
    }),
  )

test('pointing at a move plays it on the own picture, one at a time, and it is sent', async ({
  page,
  studio,
}) => {
  const { create, line, sheet, tile } = await openMoves(page, studio.url)
  await expect(sheet.getByText(/on your picture/)).toBeVisible()
  // A small copy made in the browser, not twenty of the picture itself.
  await expect(sheet.locator('img').first()).toHaveAttribute('src', /^blob:/)
  await expect(sheet.locator('img').first()).toHaveJSProperty('naturalWidth', 640)
  for (const move of CAMERA_MOVEMENTS) {
    await tile(move).hover()
    await expect.poll(async () => [...new Set(await playing(page))]).toEqual([move])
  }
  await sheet.getByRole('heading').hover()
  await expect.poll(() => playing(page)).toEqual([])
  await tile('whip_pan').click()
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(sheet).toBeHidden()
  await expect(line).toBeFocused()
  await expect(line).toContainText('Whip pan')
  const sent = page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/tasks'))
  await create.generate.click()
  expect((await sent).postDataJSON()).toMatchObject({ cameraMovement: 'whip_pan' })
})

// Two readings of the page that know nothing of each other: a move must not promise what the clip does not do.
for (const move of CAMERA_MOVEMENTS.filter((one) => one !== 'robo_arm')) {
  test(`${move} is shown as the clip will go`, () => {
    const { background, subject } = CAMERA_PREVIEWS[move]
    const [first, last] = [cameraMove(move)(0), cameraMove(move)(1)]
    const shown = (key: 'scale' | 'x' | 'y' | 'roll' | 'yaw' | 'pitch') =>
      Math.sign((background.at(-1)?.[key] ?? 0) - (background[0]?.[key] ?? 0))
    const made = (key: 'scale' | 'dx' | 'dy' | 'roll' | 'yaw' | 'pitch') =>
      Math.sign(last.background[key] - first.background[key])
    // A view says where the camera looks, and how it is turned: the content goes against it.
    const pairs = [
      [shown('scale'), made('scale')],
      [shown('x'), 0 - made('dx')],
      [shown('y'), 0 - made('dy')],
      [shown('roll'), 0 - made('roll')],
      [shown('yaw'), made('yaw')],
      [shown('pitch'), 0 - made('pitch')],
      [Number(subject !== undefined), Number(first.subject !== null)],
    ]
    expect(pairs.map(([one]) => one)).toEqual(pairs.map(([, other]) => other))
  })
}

test('by keyboard: one stop, arrows by the row, and its keys send nothing', async ({
  page,
  studio,
}) => {
  const { line, sheet } = await openMoves(page, studio.url)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value'))
  expect(await focused()).toBe('')
  const tops = await sheet
    .locator('label')
    .evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().top))
  const columns = tops.filter((top) => top === tops[0]).length
  expect(columns).toBeGreaterThan(2)
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(CAMERA_MOVEMENTS[columns - 1])
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe(CAMERA_MOVEMENTS[columns])
  await expect.poll(() => playing(page)).toContain(CAMERA_MOVEMENTS[columns])
  await page.keyboard.press('Shift+Tab')
  await expect(sheet.getByRole('button')).toBeFocused()
  await page.keyboard.press('Tab')
  const before = await countTasks(studio.url)
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
  await expect(line).toBeFocused()
  expect(await countTasks(studio.url)).toBe(before)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('with less motion start and end stand beside each other', async ({ page, studio }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { tile } = await openMoves(page, studio.url)
  await tile('horizontal_left').hover()
  await tile('horizontal_left').click()
  await expect(tile('horizontal_left').locator('img')).toHaveCount(2)
  expect(await playing(page)).toEqual([])
})

test('pages come without the moves, which come as somebody reaches for them', async ({
  page,
  studio,
}) => {
  const scripts: Promise<string>[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.push(answer.text())
  })
  const hasMoves = async () => (await Promise.all(scripts)).some((script) => script.includes(MOVES))
  const { line } = await openForm(page, studio.url)
  expect(await hasMoves()).toBe(false)
  await line.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await hasMoves()).toBe(true)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap chooses and plays; nothing goes sideways', async ({ page, studio }) => {
    const { line, sheet, tile } = await openMoves(page, studio.url)
    await tile('crane_up').tap()
    await expect(tile('crane_up').getByRole('radio')).toBeChecked()
    await expect.poll(() => playing(page)).toEqual(['crane_up'])
    expect(await sheet.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    const button = await sheet.getByRole('button').boundingBox()
    expect(button?.height).toBeGreaterThanOrEqual(44)
    await sheet.getByRole('button').tap()
    expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  })
})

for (const [locale, colorScheme] of [
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme })

    test('axe finds nothing', async ({ page, studio }) => {
      const { sheet, tile } = await openMoves(page, studio.url)
      await tile('hitchcock').click()
      await expect(sheet).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
    })
  })
}

async function countTasks(url: string): Promise<number> {
  return (await (await ask(url, '/api/tasks?limit=100')).json()).tasks.length
}
