import type { BrowserContext, Page } from 'playwright/test'
import { ask, createTask, waitForStatus } from './support/api'
import { expect, test } from './support/test'

type Shown = { title: string; body: string }

/** A browser whose notices are written down, and whose tabs can be told that nobody looks at them. */
async function prepare(context: BrowserContext): Promise<Shown[]> {
  const shown: Shown[] = []
  await context.exposeFunction('noteShown', (notice: Shown) => void shown.push(notice))
  await context.addInitScript(() => {
    const note: unknown = Reflect.get(window, 'noteShown')
    class Written {
      static permission = localStorage.getItem('allowed') ?? 'default'
      static async requestPermission() {
        localStorage.setItem('allowed', 'granted')
        Written.permission = 'granted'
        return 'granted'
      }
      constructor(title: string, { body }: { body: string }) {
        if (typeof note === 'function') note({ title, body })
      }
    }
    Reflect.set(window, 'Notification', Written)
    let isHidden = false
    Object.defineProperty(document, 'hidden', { get: () => isHidden })
    document.hasFocus = () => !isHidden
    Reflect.set(window, 'hide', (isAway: boolean) => {
      isHidden = isAway
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  return shown
}

const hide = (page: Page, isAway: boolean) =>
  page.evaluate((away) => {
    const hideTab: unknown = Reflect.get(window, 'hide')
    if (typeof hideTab === 'function') hideTab(away)
  }, isAway)

test('a hidden tab counts by its title, has a tick when all is done, and asks nothing meanwhile', async ({
  page,
  context,
  studio,
}) => {
  await prepare(context)
  await page.goto(studio.url)
  const { id } = await createTask(studio.url, 'coffee.png', {
    prompt: 'told by the title',
    duration: 8,
  })
  await page.reload()
  await expect(page).toHaveTitle(/^\(1\) /)
  const asked: string[] = []
  await hide(page, true)
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await expect(page).toHaveTitle(/^✓ /, { timeout: 60_000 })
  expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/events')).toEqual([])
  await hide(page, false)
  await expect(page).toHaveTitle(/^Create/)
  await expect(page.locator(`[data-task="${id}"]`)).toHaveAttribute('data-status', 'succeeded')
})

test('of two tabs one shows the notice, asked for on its switch alone', async ({
  page,
  context,
  studio,
}) => {
  const shown = await prepare(context)
  await page.goto(`${studio.url}/settings`)
  const notify = page.getByRole('switch', { name: /notice from the browser/ })
  await expect(notify).not.toBeChecked()
  await notify.check({ force: true })
  await expect(notify).toBeChecked()

  const { id } = await createTask(studio.url, 'chelsea.png', {
    prompt: 'told by a notice',
    duration: 8,
  })
  const other = await context.newPage()
  await other.goto(`${studio.url}/gallery`)
  await page.goto(studio.url)
  await expect(page).toHaveTitle(/^\(1\) /)
  await hide(other, true)
  await hide(page, true)
  await waitForStatus(studio.url, id, 'succeeded')
  await expect.poll(() => shown.length).toBe(1)
  expect(shown).toEqual([{ title: 'Your clip is done', body: 'told by a notice' }])
  // Looked at in the other tab, the next one needs no notice.
  const next = await createTask(studio.url, 'rocket.jpg', { prompt: 'seen', duration: 8 })
  await page.reload()
  await expect(page).toHaveTitle(/^\(1\) /)
  await other.reload()
  await hide(page, true)
  const seen = other.locator(`[data-task="${next.id}"]`)
  await expect(seen).toHaveAttribute('data-status', 'succeeded', { timeout: 60_000 })
  await other.waitForTimeout(2_000) // longer than ends are gathered
  expect(shown).toHaveLength(1)
  await other.close()
})

test('the switches are kept, and the title can be left alone', async ({
  page,
  context,
  studio,
}) => {
  await prepare(context)
  await page.goto(`${studio.url}/settings`)
  const title = page.getByRole('switch', { name: /tab's title/ })
  await title.uncheck({ force: true })
  await page.getByRole('switch', { name: /short sound/ }).check({ force: true })
  await page.reload()
  await expect(title).not.toBeChecked()
  await expect(page.getByRole('switch', { name: /short sound/ })).toBeChecked()
  const { id } = await createTask(studio.url, 'coffee.png')
  await page.goto(studio.url)
  await waitForStatus(studio.url, id, 'succeeded')
  await expect(page).toHaveTitle(/^Create/)
  expect((await ask(studio.url, '/api/queue')).status).toBe(200)
})
