import { expect, type Page } from 'playwright/test'
import type { State } from './scene'
import { withoutTasks } from './without-tasks'

/** Ahead of a click the router asks for the tree and then for the page's outline: with it, it shows at once what is to come. */
async function outlineFetched(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('gallery?_rsc='))
        .length === 2,
  )
}

export const GALLERY_STATES: State[] = [
  {
    name: 'gallery: empty',
    show: async ({ page, empty, say }) => {
      await page.goto(`${empty.url}/gallery`)
      await expect(page.getByRole('heading', { name: say.gallery.empty })).toBeVisible()
    },
  },
  {
    name: 'gallery: on its way',
    show: async ({ page, create, say, afterwards }) => {
      await create.open()
      await outlineFetched(page)
      let letGo = () => {}
      const held = new Promise<void>((resolve) => (letGo = resolve))
      await page.route('**/gallery?_rsc=*', async (route) => {
        await held
        await route.continue()
      })
      afterwards(async () => letGo())
      await page.getByRole('link', { name: say.shell.gallery, exact: true }).click()
      await expect(page.getByText(say.gallery.loading)).toBeAttached()
    },
  },
  {
    name: 'gallery: the clips cannot be listed',
    show: async (scene) => {
      await withoutTasks(scene)
      await scene.page.goto(`${scene.empty.url}/gallery`)
      await expect(scene.page.getByRole('button', { name: scene.say.trouble.retry })).toBeVisible()
    },
  },
  {
    name: 'gallery: every state',
    show: async ({ page, every }) => {
      await page.goto(`${every.studio.url}/gallery`)
      await expect(page.locator('[data-task]')).toHaveCount(Object.keys(every.ids).length)
    },
  },
  {
    name: 'gallery: a clip plays',
    show: async ({ page, every }) => {
      await page.goto(`${every.studio.url}/gallery`)
      const card = page.locator(`[data-task="${every.ids.done}"]`)
      await card.hover()
      await expect(card.locator('video[data-playing]')).toBeVisible()
    },
  },
  {
    name: 'not found',
    show: async ({ page, empty, say }) => {
      await page.goto(`${empty.url}/nowhere`)
      await expect(page.getByRole('heading', { name: say.notFound.title })).toBeVisible()
    },
  },
]
