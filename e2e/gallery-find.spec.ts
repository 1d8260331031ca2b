import type { Locator, Page } from 'playwright/test'
import enCollections from '@/lib/shared/messages/en/collections.json' with { type: 'json' }
import enFilters from '@/lib/shared/messages/en/filters.json' with { type: 'json' }
import enShortcuts from '@/lib/shared/messages/en/shortcuts.json' with { type: 'json' }
import zhCollections from '@/lib/shared/messages/zh/collections.json' with { type: 'json' }
import zhFilters from '@/lib/shared/messages/zh/filters.json' with { type: 'json' }
import { FACET_OF, type CountedFilter } from '@/lib/shared/gallery/filters'
import { GalleryPage } from './pages/gallery-page'
import { axeViolations } from './support/axe'
import { sidewaysPixels, smallTargets, watchShift } from './support/layout'
import { startStudio, type Studio } from './support/studio'
import { expect, test } from './support/test'
import { makeVariedClips } from './support/varied-clips'

const en = { ...enFilters, ...enCollections }
const LANGUAGES = [
  { locale: 'en-US', say: en },
  { locale: 'zh-CN', say: { ...zhFilters, ...zhCollections } },
]
const isFilter = (name: string): name is CountedFilter => name in FACET_OF
/** Those with a menu of choices. */
const MENUS = Object.keys(FACET_OF)
  .filter(isFilter)
  .filter((filter) => filter !== 'isFavorite')

let studio: Studio
test.beforeAll(async () => {
  studio = await startStudio({ WORKER: 'off' })
  await makeVariedClips(studio.url)
})
test.afterAll(() => studio.remove())

const gallery = (page: Page, say: typeof en = en) => new GalleryPage(page, studio.url, say)

/** A choice that would leave some clips, and how many. */
async function someChoice(menu: Locator): Promise<{ row: Locator; count: number }> {
  const rows = menu.locator('label').filter({ has: menu.page().locator('[aria-hidden]') })
  await expect(rows.first()).toBeVisible()
  for (const row of await rows.all()) {
    const count = Number((await row.locator('[aria-hidden]').innerText()).replaceAll(',', ''))
    if (count > 0) return { row, count }
  }
  throw new Error('no choice would leave a clip')
}

for (const { locale, say } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale })
    test('every filter leaves as many clips as it says; Back takes it back', async ({ page }) => {
      const find = gallery(page, say)
      await find.open()
      for (const filter of MENUS) {
        const menu = await find.openMenu(filter)
        const { row, count } = await someChoice(menu)
        await row.click()
        await find.expectAsked(new RegExp(`[?&]${FACET_OF[filter]}=`))
        await find.expectFound(count)
        // Few enough to be drawn all at once.
        if (count < 5) await expect(page.locator('main [data-task]')).toHaveCount(count)
        await page.keyboard.press('Escape')
        await expect(menu).toBeHidden()
        await page.goBack()
        await find.expectAsked(/^$/)
      }
    })
  })
}

test('favourites, days, a seed and an order are in the address, and open as they were', async ({
  page,
}) => {
  const find = gallery(page)
  await find.open()
  await page.getByRole('button', { name: /^Favourites/ }).click()
  await find.expectAsked('?favorite=1')
  const days = await find.openMenu('dates')
  await days.getByRole('button', { name: 'Last 30 days' }).click()
  await find.expectAsked(/^\?from=20\d\d-\d\d-\d\d&zone=.+&favorite=1$/)
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first')
  await find.expectAsked(/&sort=oldest$/)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Remove: / })).toHaveCount(2)
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('oldest')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await find.expectAsked('?sort=oldest')
  const seed = await find.openMenu('seed')
  await seed.getByRole('textbox').fill('12')
  await page.keyboard.press('Enter')
  await find.expectAsked('?seed=12&sort=oldest')
})

test('few clips stand still as the page comes alive, and so do the filters in use', async ({
  page,
}) => {
  const shift = await watchShift(page)
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await gallery(page).open('?state=queued')
    await expect(page.getByText(/^\d+ clips$/).first()).toBeAttached()
    await page.waitForLoadState('networkidle')
    expect(await shift(), `${width} px`).toBe(0)
  }
})

test('words are searched as they are typed, from any place, without losing a letter', async ({
  page,
}) => {
  const find = gallery(page)
  await find.open()
  // Until the page listens.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(find.search).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(find.search).toHaveValue('')
  await page.keyboard.type('the light', { delay: 20 })
  await find.expectAsked('?q=the+light')
  await expect(find.search).toHaveValue('the light')
  await expect(find.search).toBeFocused()
  await page.keyboard.press('Escape')
  await find.expectAsked(/^$/)
  await find.expectFound(await all())
})

async function all(): Promise<number> {
  return (await (await fetch(`${studio.url}/api/gallery/counts`)).json()).total
}

test('what means nothing is dropped with a word; what matches nothing says how to widen it', async ({
  page,
}) => {
  const find = gallery(page)
  await find.open('?state=nonsense&rating=9&q=zzzzzz&seconds=5')
  await expect(page.getByText(/Left out, since it means nothing here/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing matches all of this' })).toBeVisible()
  const way = page.getByRole('button', { name: /^Without “zzzzzz”/ })
  await expect(way).toContainText(/\d+ clips/)
  await way.click()
  await find.expectAsked('?seconds=5')
  await expect(page.getByText(/Left out/)).toHaveCount(0)
  await expect(page.locator('main [data-task]').first()).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: /^Show all [\d,]+ clips$/ }).click()
  await find.expectAsked(/^$/)
})

test('a search is kept as a collection, opened, renamed, changed and deleted', async ({ page }) => {
  const find = gallery(page)
  await find.open('?rating=4')
  const panel = page.getByRole('dialog', { name: 'Collections' })
  const openPanel = async () => {
    await page.getByRole('button', { name: 'Collections' }).click()
    await expect(panel).toBeVisible()
  }
  await openPanel()
  await panel.getByRole('button', { name: 'Save this search' }).click()
  await page.keyboard.type('Good ones')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('link', { name: /^Good ones/ })).toContainText(/\d+ clips/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await find.expectAsked(/^$/)
  await openPanel()
  await panel.getByRole('link', { name: /^Good ones/ }).click()
  await find.expectAsked('?rating=4')
  await page.getByRole('button', { name: /^Favourites/ }).click()
  await find.expectAsked(/favorite=1/)
  await openPanel()
  await panel.getByRole('button', { name: 'Let “Good ones” find what is shown now' }).click()
  await expect(panel.getByRole('link', { name: /^Good ones/ })).toHaveAttribute(
    'href',
    '/gallery?rating=4&favorite=1',
  )
  await panel.getByRole('button', { name: 'Rename: Good ones' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Best')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Delete: Best' }).click()
  await panel.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(panel.getByRole('link', { name: /^Best/ })).toHaveCount(0)
  await panel.getByRole('link', { name: /^Trash/ }).click()
  await find.expectAsked('?trash=1')
})

test('? shows every key', async ({ page }) => {
  await gallery(page).open()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: enShortcuts.shortcuts.title })
  await expect(keys.getByText(enShortcuts.shortcuts.does.gallery.search)).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
})

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, hasTouch: true })
    test('bar, menu, sheet and panel are accessible, and fit a phone and its fingers', async ({
      page,
    }) => {
      const find = gallery(page)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await find.open('?state=succeeded&seconds=5&state=wrong')
        await find.openMenu('models')
        expect(await axeViolations(page), `menu at ${width}`).toEqual([])
        await page.keyboard.press('Escape')
        for (const name of [en.filters.all, en.collections.title]) {
          await page.getByRole('button', { name }).click()
          await expect(page.getByRole('dialog', { name })).toBeVisible()
          expect(await axeViolations(page), `${name} at ${width}`).toEqual([])
          expect(await sidewaysPixels(page)).toBe(0)
          await page.keyboard.press('Escape')
        }
        expect(await sidewaysPixels(page)).toBe(0)
        expect(await smallTargets(page, 24)).toEqual([])
      }
    })
  })
}
