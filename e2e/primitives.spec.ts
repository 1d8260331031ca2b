import { axeViolations } from './support/axe'
import { sidewaysPixels } from './support/layout'
import { startDevStudio } from './support/studio'
import { expect, test } from './support/test'

const PATH = '/primitives'
const LANGUAGES = [
  { locale: 'en-US', title: 'Primitives' },
  { locale: 'zh-CN', title: '基础组件' },
]

test('the page of the primitives is no part of a build', async ({ studio }) => {
  const answer = await fetch(studio.url + PATH)
  expect(answer.status).toBe(404)
})

test('dev serves it: every state accessible in both themes and languages, none too wide', async ({
  browser,
}) => {
  const studio = await startDevStudio({ WORKER: 'off' })
  try {
    for (const { locale, title } of LANGUAGES) {
      const context = await browser.newContext({ locale })
      const page = await context.newPage()
      await page.goto(studio.url + PATH)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      for (const [colorScheme, width] of [
        ['light', 1440],
        ['dark', 390],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 844 })
        const shown = `${locale}, ${colorScheme}, ${width} px`
        expect(await sidewaysPixels(page), shown).toBe(0)
        expect(await axeViolations(page), shown).toEqual([])
      }
      await context.close()
    }
  } finally {
    await studio.remove()
  }
})
