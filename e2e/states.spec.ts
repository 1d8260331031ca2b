import type { Page } from 'playwright/test'
import enAttention from '@/lib/shared/messages/en/attention.json' with { type: 'json' }
import en from '@/lib/shared/messages/en/studio.json' with { type: 'json' }
import zhAttention from '@/lib/shared/messages/zh/attention.json' with { type: 'json' }
import zh from '@/lib/shared/messages/zh/studio.json' with { type: 'json' }
import { CreatePage } from './pages/create-page'
import { ATTENTION_STATES } from './states/attention-states'
import { CLIP_STATES } from './states/clip-states'
import { CREATE_STATES } from './states/create-states'
import { GALLERY_STATES } from './states/gallery-states'
import { axeViolations } from './support/axe'
import { startEveryState, type EveryState } from './support/every-state'
import { sidewaysPixels, smallTargets } from './support/layout'
import { startStudio, type Studio } from './support/studio'
import { expect, test } from './support/test'

let every: EveryState
let empty: Studio
test.beforeAll(async () => {
  ;[every, empty] = await Promise.all([startEveryState(), startStudio({ WORKER: 'off' })])
})
test.afterAll(() => Promise.all([every.remove(), empty.remove()]))

const STATES = [...CREATE_STATES, ...GALLERY_STATES, ...CLIP_STATES, ...ATTENTION_STATES]
const WIDE = 1440
const PHONE = 390
/** WCAG 2.2, 2.5.8; and what a thumb hits without looking. */
const LEAST = 24
const LEAST_ON_TOUCH = 44

/** Between them each language meets each theme, width and way to point. */
const READERS = [
  {
    who: 'English, mouse',
    say: en,
    told: enAttention,
    least: LEAST,
    use: { locale: 'en-US', viewport: { width: WIDE, height: 900 } },
    looks: [
      { colorScheme: 'light', width: WIDE },
      { colorScheme: 'dark', width: PHONE },
    ],
  },
  {
    who: 'Chinese, touch',
    say: zh,
    told: zhAttention,
    least: LEAST_ON_TOUCH,
    use: {
      locale: 'zh-CN',
      viewport: { width: PHONE, height: 844 },
      hasTouch: true,
      isMobile: true,
    },
    looks: [
      { colorScheme: 'light', width: PHONE },
      { colorScheme: 'dark', width: WIDE },
    ],
  },
] as const

for (const { who, say, told, least, use, looks } of READERS) {
  test.describe(who, () => {
    test.use(use)
    for (const state of STATES) {
      test(state.name, async ({ page, expectConsole }) => {
        if (state.console) expectConsole(state.console)
        const undo: (() => Promise<void>)[] = []
        const create = new CreatePage(page, empty.url)
        const afterwards = (step: () => Promise<void>) => void undo.push(step)
        try {
          await state.show({ page, every, empty, create, say, told, afterwards })
          for (const { colorScheme, width } of looks) {
            await page.emulateMedia({ colorScheme })
            await page.setViewportSize({ width, height: 844 })
            await settled(page)
            const look = `${colorScheme}, ${width} px`
            expect.soft(await axeViolations(page), look).toEqual([])
            expect.soft(await sidewaysPixels(page), look).toBe(0)
            expect.soft(await smallTargets(page, least), look).toEqual([])
          }
        } finally {
          for (const step of undo) await step()
        }
      })
    }
  })
}

/** What still fades would be measured half way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fading = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(fading.map((animation) => animation.finished))
  })
}

const WIDTHS = [PHONE, 768, 1024, 1280, WIDE, 1920, 2560]
/** A window of 1440 px at 200 % zoom has 720 px of its own. */
const ZOOMED = WIDE / 2

test('no page is wider than its window, at any width, zoomed or with text of twice the size', async ({
  page,
}) => {
  const paths = [
    '/',
    '/gallery',
    '/attention',
    '/nowhere',
    ...Object.values(every.ids).map((id) => `/tasks/${id}`),
  ]
  for (const path of paths) {
    await page.goto(every.studio.url + path)
    for (const width of [...WIDTHS, ZOOMED]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await sidewaysPixels(page), `${path} at ${width} px`).toBe(0)
    }
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    for (const width of [PHONE, WIDE]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(await sidewaysPixels(page), `${path} at ${width} px, text doubled`).toBe(0)
    }
  }
})

test('form and clips stand side by side from 1280 px, below one after the other', async ({
  page,
}) => {
  await page.goto(every.studio.url)
  const form = page.getByRole('form', { name: en.create.form })
  const clips = page.getByRole('region', { name: en.create.results })
  const boxes = async (width: number) => {
    await page.setViewportSize({ width, height: 900 })
    const [left, right] = [await form.boundingBox(), await clips.boundingBox()]
    if (!left || !right) throw new Error(`not on the page at ${width} px`)
    return { left, right }
  }
  for (const width of [1280, WIDE, 2560]) {
    const { left, right } = await boxes(width)
    expect(right.x, `${width} px`).toBeGreaterThanOrEqual(left.x + left.width)
    expect(right.y, `${width} px`).toBe(left.y)
    expect(right.y + right.height, `${width} px`).toBeLessThanOrEqual(900)
  }
  for (const width of [PHONE, 1279]) {
    const { left, right } = await boxes(width)
    expect(right.y, `${width} px`).toBeGreaterThanOrEqual(left.y + left.height)
    expect([left.width, right.width], `${width} px`).toEqual([width, width])
  }
})

test('what is at work moves, unless motion is unwelcome', async ({ page }) => {
  const animations = (reducedMotion: 'reduce' | 'no-preference') =>
    page
      .emulateMedia({ reducedMotion })
      .then(() => page.evaluate(() => document.getAnimations().length))
  for (const path of ['/', '/gallery', `/tasks/${every.ids.running}`]) {
    await page.goto(every.studio.url + path)
    expect(await animations('no-preference'), path).toBeGreaterThan(0)
    expect(await animations('reduce'), path).toBe(0)
  }
})

test('the first stop of the keyboard is a link to the content, large enough to be seen', async ({
  page,
}) => {
  await page.goto(`${every.studio.url}/gallery`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: en.shell.skip })
  await expect(skip).toBeFocused()
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(LEAST)
  await skip.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
