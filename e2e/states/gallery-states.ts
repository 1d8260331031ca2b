import { expect, type Page } from 'playwright/test'
import type { State } from './scene'
import { withoutTasks } from './without-tasks'

/** Such answers wait until the function that comes back is called. */
async function holdBack(page: Page, url: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(url, async (route) => {
    await held
    await route.continue()
  })
  return async () => letGo()
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
      const gallery = page.getByRole('link', { name: say.shell.gallery, exact: true })
      afterwards(await holdBack(page, '**/gallery?_rsc=*'))
      await gallery.click()
      await expect(gallery.locator('[data-pending]')).toBeVisible()
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
