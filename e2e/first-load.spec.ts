import type { Page } from 'playwright/test'
import { CreatePage } from './pages/create-page'
import { ask, createTask, waitForStatus } from './support/api'
import { startStudio } from './support/studio'
import { expect, test } from './support/test'

/** A name that zod gives itself, so that no minifier takes it away. */
const ZOD = '$ZodType'
/** A word of the form's rules that nothing else in the browser says. */
const RULES = 'Surrogate'
const SCRIPTS = '**/_next/static/chunks/**'

/** Which scripts came, and what is in them. */
function watchScripts(page: Page): Promise<string>[] {
  const scripts: Promise<string>[] = []
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.push(answer.text())
  })
  return scripts
}

async function hasZod(scripts: Promise<string>[]): Promise<boolean> {
  return (await Promise.all(scripts)).some((script) => script.includes(ZOD))
}

test('pages come without the schemas, which come with the first question', async ({ page }) => {
  // A still that is made of the clip a moment later would be news, and asked for.
  const studio = await startStudio({ FFMPEG_PATH: 'no-such-program' })
  const { id } = await createTask(studio.url, 'coffee.png')
  await waitForStatus(studio.url, id, 'succeeded')
  const scripts = watchScripts(page)
  for (const path of ['/gallery', `/tasks/${id}`, '/attention', '/']) {
    await page.goto(studio.url + path, { waitUntil: 'networkidle' })
    expect(scripts.length, path).toBeGreaterThan(0)
    expect(await hasZod(scripts), path).toBe(false)
  }
  await new CreatePage(page, studio.url).choosePicture('coffee.png')
  expect(await hasZod(scripts)).toBe(true)
  await studio.remove()
})

test('without the schemas nothing is lost: after the reload the same press makes the same task', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await create.open()
  await create.choosePicture('coffee.png')
  await create.prompt.fill('read on the second try')
  const before = await countTasks(studio.url)
  // The draft is there again, and nothing was asked yet.
  await page.reload({ waitUntil: 'networkidle' })
  await expect(create.preview).toBeVisible()
  await page.route(SCRIPTS, (route) => route.abort())
  await create.generate.click()
  await expect(page.getByText(/Reload the page and try again/)).toBeVisible()
  await page.unroute(SCRIPTS)
  await page.reload()
  await expect(create.preview).toBeVisible()
  await create.generate.click()
  await expect(page.getByRole('status').filter({ hasText: 'Started' })).toBeAttached()
  expect(await countTasks(studio.url)).toBe(before + 1)
})

test('a form whose rules cannot be loaded is checked by the server, in the same words', async ({
  page,
  studio,
}) => {
  await page.route(SCRIPTS, async (route) => {
    const answer = await route.fetch()
    if ((await answer.text()).includes(RULES)) await route.abort()
    else await route.fulfill({ response: answer })
  })
  const create = new CreatePage(page, studio.url)
  await create.open()
  const refused = page.waitForResponse((answer) => answer.status() === 422)
  await create.generate.click()
  await refused
  await expect(page.getByText('Choose a picture first.').first()).toBeVisible()
  // They are asked for again as the bad field is focused.
  await page.unrouteAll({ behavior: 'wait' })
})

async function countTasks(url: string): Promise<number> {
  return (await (await ask(url, '/api/tasks?limit=100')).json()).tasks.length
}
