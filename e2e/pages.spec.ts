import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { CreatePage } from './pages/create-page'
import { axeViolations } from './support/axe'
import { ask, createTask, picturePath, postTask, uploadPicture, waitForStatus } from './support/api'
import { startStudio } from './support/studio'
import { expect, test } from './support/test'

async function countTasks(url: string): Promise<number> {
  return (await (await ask(url, '/api/tasks?limit=100')).json()).tasks.length
}

test('a double click makes one task', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  const before = await countTasks(studio.url)
  await create.open()
  await create.choosePicture('coffee.png')
  await create.prompt.fill('once')
  const accepted = page.waitForResponse((answer) => answer.status() === 202)
  await create.generate.dblclick()
  await accepted
  await expect(page.getByRole('status').filter({ hasText: 'Started' })).toBeAttached()
  expect(await countTasks(studio.url)).toBe(before + 1)
})

test('a reload while the request is on its way makes one task', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  const before = await countTasks(studio.url)
  await create.open()
  await create.choosePicture('coffee.png')
  await create.prompt.fill('reloaded half-way')
  // The studio gets the request and commits the task; the browser never hears of it.
  let swallowed = 0
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() !== 'POST' || swallowed > 0) return route.continue()
    await route.fetch()
    swallowed += 1
  })
  await create.generate.click()
  await expect.poll(() => swallowed).toBe(1)
  expect(await countTasks(studio.url)).toBe(before + 1)
  await page.reload()
  await expect(create.prompt).toHaveValue('reloaded half-way')
  await expect(create.preview).toBeVisible()
  const accepted = page.waitForResponse((answer) => answer.status() === 202)
  await create.generate.click()
  await accepted
  expect(await countTasks(studio.url)).toBe(before + 1)
})

test('a picture comes by drop and by paste, and Ctrl+Enter sends', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await giveFile(page, 'drop', 'rocket.jpg')
  await expect(create.preview).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(create.preview).toHaveCount(0)
  await giveFile(page, 'paste', 'coffee.png')
  await expect(create.preview).toBeVisible()
  await create.prompt.fill('by keyboard')
  const accepted = page.waitForResponse((answer) => answer.status() === 202)
  await create.prompt.press('Control+Enter')
  expect((await accepted).request().postDataJSON()).toMatchObject({ prompt: 'by keyboard' })
})

async function giveFile(page: Page, event: 'drop' | 'paste', name: string): Promise<void> {
  const base64 = readFileSync(picturePath(name)).toString('base64')
  await page.evaluate(
    ({ event, base64, name }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type: 'image/png' }))
      const init = { bubbles: true, cancelable: true }
      const sent =
        event === 'drop'
          ? [
              new DragEvent('dragenter', { ...init, dataTransfer: data }),
              new DragEvent('dragover', { ...init, dataTransfer: data }),
              new DragEvent('drop', { ...init, dataTransfer: data }),
            ]
          : [new ClipboardEvent('paste', { ...init, clipboardData: data })]
      for (const one of sent) document.body.dispatchEvent(one)
    },
    { event, base64, name },
  )
}

test('changing the model keeps what it takes and says what it does not', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await page.getByRole('radio', { name: /^v5\.5/ }).press('Space')
  await page.getByRole('radio', { name: '10 seconds' }).press('Space')
  await create.prompt.fill('kept')
  await page.getByRole('radio', { name: /^v5\b(?!\.)/ }).press('Space')
  await expect(page.getByRole('radio', { name: '10 seconds' })).toHaveCount(0)
  await expect(page.getByText(/^Set aside here: 10 s/)).toBeVisible()
  await expect(create.prompt).toHaveValue('kept')
})

test('the gallery loads page after page, newest first, each task once', async ({ page }) => {
  const studio = await startStudio({ WORKER: 'off' })
  const { id: imageId } = await uploadPicture(studio.url, 'coffee.png')
  const ids: string[] = []
  for (let index = 0; index < 65; index += 1) {
    const answer = await postTask(studio.url, {
      model: 'aisphere-v5',
      prompt: `number ${index}`,
      image: { imageId },
    })
    ids.unshift((await answer.json()).id)
  }
  const pages: string[] = []
  let cursor = ''
  do {
    const answer = await (await ask(studio.url, `/api/tasks?limit=20${cursor}`)).json()
    pages.push(...answer.tasks.map(({ id }: { id: string }) => id))
    cursor = answer.nextCursor ? `&cursor=${answer.nextCursor}` : ''
  } while (cursor)
  expect(pages).toEqual(ids)

  await page.goto(`${studio.url}/gallery`)
  const cards = page.locator('[data-task]')
  await expect(cards.first()).toHaveAttribute('data-task', ids[0] ?? '')
  // All of it has its place, and the last one is there when one goes to it.
  await expect(cards.first()).toHaveAttribute('aria-setsize', '65')
  await page.getByRole('list', { name: 'Gallery' }).getByRole('link').first().focus()
  await page.keyboard.press('End')
  await expect(page.locator(`[data-task="${ids.at(-1)}"]`)).toBeInViewport()
  await studio.remove()
})

test('a task page shows its clip, settings and times, and what can be done', async ({
  page,
  studio,
}) => {
  const { id } = await createTask(studio.url, 'coffee.png', {
    prompt: '<b>bold</b> & "quotes" 猫',
    seed: 42,
    negativePrompt: 'blur',
  })
  await waitForStatus(studio.url, id, 'succeeded')
  await page.goto(`${studio.url}/tasks/${id}`)
  await expect(page.getByText('<b>bold</b> & "quotes" 猫').first()).toBeVisible()
  for (const text of ['42', 'blur', '360p'])
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  const video = page.locator('video')
  await video.evaluate((element: HTMLVideoElement) => element.play())
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.2)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).first().click()
  expect((await download).suggestedFilename()).toMatch(/\.mp4$/)

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/gallery$/)
  await expect(page.locator(`[data-task="${id}"]`)).toHaveCount(0)
})

const LANGUAGES = [
  { locale: 'en-US', simulated: /Simulated clips/, lang: 'en' },
  { locale: 'zh-CN', simulated: /当前为模拟视频/, lang: 'zh' },
]
for (const { locale, simulated, lang } of LANGUAGES) {
  for (const colorScheme of ['dark', 'light'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme })
      test('every page is accessible, says that the simulator is in use, and fits a phone', async ({
        page,
        studio,
      }) => {
        const { id } = await createTask(studio.url, 'coffee.png')
        await waitForStatus(studio.url, id, 'succeeded')
        for (const path of ['/', '/gallery', `/tasks/${id}`, '/settings', '/keys', '/nowhere']) {
          for (const width of [1440, 390]) {
            await page.setViewportSize({ width, height: 844 })
            await page.goto(studio.url + path)
            await expect(page.getByText(simulated)).toBeVisible()
            await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${lang}`))
            expect(
              await page.evaluate(() => document.documentElement.scrollWidth),
              `${path} at ${width}`,
            ).toBeLessThanOrEqual(width)
            expect(await axeViolations(page), `${path} at ${width}`).toEqual([])
          }
        }
      })
    })
  }
}

test('the form’s errors are accessible too', async ({ page, studio }) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await create.generate.click()
  await expect(page.getByText('Choose a picture first.')).toBeVisible()
  await expect(create.prompt).toHaveAttribute('aria-invalid', 'true')
  expect(await axeViolations(page)).toEqual([])
})

test('the language and the theme are a person’s choice', async ({ page, studio }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(studio.url)
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: /theme/i }).click()
  await page.getByRole('button', { name: /theme/i }).click()
  await expect.poll(ground).not.toBe(light)
  await page.reload()
  expect(await ground()).not.toBe(light)
  await page.getByText('中文').click()
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect(page.getByRole('link', { name: '作品' }).first()).toBeVisible()
})
