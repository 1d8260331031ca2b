import { randomUUID } from 'node:crypto'
import { batchPageSchema, batchWithTasksSchema, canceledBatchSchema } from '@/lib/shared/batch-wire'
import type { Page } from 'playwright/test'
import { CreatePage } from './pages/create-page'
import { ask, picturePath, uploadPicture } from './support/api'
import { axeViolations } from './support/axe'
import { startStudio, type Studio } from './support/studio'
import { expect, test } from './support/test'

const aBody = (imageId: string, more: object = {}) => ({
  model: 'aisphere-v5',
  prompt: 'slowly',
  image: { imageId },
  resolution: '360p',
  ...more,
})

function postBatch(url: string, body: object, key: string = randomUUID()) {
  return ask(url, '/api/batches', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
}

async function makeBatch(url: string, count: number) {
  const { id } = await uploadPicture(url, 'coffee.png')
  const tasks = Array.from({ length: count }, (_, seed) => aBody(id, { seed }))
  const answer = await postBatch(url, { tasks })
  expect(answer.status, await answer.clone().text()).toBe(202)
  return batchWithTasksSchema.parse(await answer.json())
}

async function readBatch(url: string, id: string) {
  return batchWithTasksSchema.parse(await (await ask(url, `/api/batches/${id}`)).json())
}

async function listBatches(url: string) {
  const answer = await ask(url, '/api/batches')
  return batchPageSchema.parse(await answer.json()).batches
}

async function fillIn(create: CreatePage): Promise<void> {
  await create.open()
  await create.choosePicture('coffee.png')
  await create.prompt.fill('Steam rises slowly')
}

test('variations and a grid are made of the form, asked about once more, and paid for once', async ({
  page,
  studio,
}) => {
  test.setTimeout(120_000)
  const create = new CreatePage(page, studio.url)
  await fillIn(create)
  await page.getByRole('button', { name: 'Several…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Several at once' })
  await dialog.getByLabel('Variations').fill('2')
  await dialog.locator('input[type=file]').setInputFiles([picturePath('chelsea.png')])
  await expect(dialog.getByText('4 clips')).toBeVisible()
  await dialog.getByText('Settings to vary').click()
  await dialog.getByRole('checkbox', { name: '8 s' }).check()
  await dialog.getByRole('checkbox', { name: '1080p' }).check()
  await dialog.getByRole('checkbox', { name: 'v4', exact: true }).check()
  // 2 pictures × 2 models × 2 lengths × 2 resolutions × 2 seeds: v4 has no 8 s in 1080p.
  await expect(dialog.getByText('4 of 32 left out: At 1080p')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  for (const name of ['1080p', '8 s', 'v4'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck()
  await expect(dialog.getByText('180 credits, about $1.80')).toBeVisible()

  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  await dialog.getByRole('button', { name: 'Make…' }).dblclick()
  await expect(dialog.getByText('Make 4 clips for about 180 credits ($1.80)?')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  // The page's own shortcut does not reach through the dialog.
  await page.keyboard.press('Control+Enter')
  expect(sent).toEqual([])
  await dialog.getByRole('button', { name: 'Make 4 clips' }).dblclick()
  await expect(dialog).toBeHidden()
  expect(sent).toEqual(['/api/batches'])

  await expect(page.getByRole('list', { name: 'Batches' }).getByText('Batch of 4')).toBeVisible()
  const [batch] = await listBatches(studio.url)
  await expect
    .poll(async () => (await readBatch(studio.url, batch?.id ?? '')).counts.succeeded, {
      timeout: 90_000,
    })
    .toBe(4)
  const { tasks, status, estimate } = await readBatch(studio.url, batch?.id ?? '')
  expect([status, estimate?.credits]).toEqual(['done', 180])
  expect(new Set(tasks.map(({ params }) => params.seed)).size).toBe(2)
  expect(new Set(tasks.map(({ inputs }) => inputs[0]?.imageId)).size).toBe(2)
  await expect(page.getByRole('list', { name: 'Batches' })).toBeHidden()
})

test('a batch without an answer is sent again under its key, also after a reload', async ({
  page,
  studio,
}) => {
  const create = new CreatePage(page, studio.url)
  await fillIn(create)
  const before = (await listBatches(studio.url)).length
  const keys: (string | undefined)[] = []
  await page.route('**/api/batches', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch() // it arrives, and nobody hears of it
    await route.abort()
  })
  const send = async () => {
    await page.getByRole('button', { name: 'Several…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Variations').fill('3')
    await dialog.getByRole('button', { name: 'Make…' }).click()
    await dialog.getByRole('button', { name: 'Make 3 clips' }).click()
    return dialog
  }
  const dialog = await send()
  await expect(dialog.getByRole('alert')).toContainText('nothing is made twice')
  await page.reload()
  await expect(create.preview).toBeVisible()
  await expect(await send()).toBeHidden()
  expect(keys[1]).toBe(keys[0])
  expect((await listBatches(studio.url)).length).toBe(before + 1)
  const [batch] = await listBatches(studio.url)
  await ask(studio.url, `/api/batches/${batch?.id}/cancel`, { method: 'POST' })
})

test.describe('what waits', () => {
  let slow: Studio
  test.beforeAll(async () => {
    slow = await startStudio({ AISPHERE_CONCURRENCY: '1', SIMULATOR_SPEED: '4' })
  })
  test.afterAll(() => slow.remove())

  test('is paused, goes on, and is canceled, seen in every open tab', async ({ page, browser }) => {
    test.setTimeout(120_000)
    await makeBatch(slow.url, 6)
    const elsewhere = await (await browser.newContext()).newPage()
    const stripIn = (tab: Page) =>
      tab.getByRole('list', { name: 'Batches' }).getByRole('listitem').first()
    const [here, there] = [stripIn(page), stripIn(elsewhere)]
    await page.goto(slow.url)
    await elsewhere.goto(slow.url)
    await expect(here).toContainText('Batch of 6')
    await expect(there).toContainText('Batch of 6')
    await here.getByRole('button', { name: 'Pause' }).click()
    await expect(here).toContainText('Paused')
    await expect(there).toContainText('Paused')
    const id = (await listBatches(slow.url))[0]?.id ?? ''
    await expect
      .poll(
        async () => {
          const { submitting, running, archiving } = (await readBatch(slow.url, id)).counts
          return submitting + running + archiving
        },
        { timeout: 60_000 },
      )
      .toBe(0)
    const paused = await readBatch(slow.url, id)
    expect(paused.status).toBe('paused')
    expect(paused.counts.queued).toBeGreaterThan(0)

    await there.getByRole('button', { name: 'Resume' }).click()
    await expect(here.getByRole('button', { name: 'Pause' })).toBeVisible()
    await expect
      .poll(async () => (await readBatch(slow.url, id)).counts.queued)
      .toBeLessThan(paused.counts.queued)
    await here.getByRole('button', { name: 'Cancel what waits' }).click()
    expect(await axeViolations(page)).toEqual([])
    await here.getByRole('button', { name: 'Cancel them' }).click()
    await expect(page.getByText(/(was|were) canceled\./)).toBeVisible()
    const { counts, total } = await readBatch(slow.url, id)
    expect([counts.queued, total]).toEqual([0, 6])
    expect(counts.canceled).toBeGreaterThan(0)
    const again = await ask(slow.url, `/api/batches/${id}/cancel`, { method: 'POST' })
    expect(canceledBatchSchema.parse(await again.json()).canceledNow).toBe(0)
    await expect(there).not.toContainText('waiting')
    await elsewhere.context().close()
  })
})

test.describe('over the wire', () => {
  let still: Studio
  test.beforeAll(async () => {
    still = await startStudio({ WORKER: 'off' })
  })
  test.afterAll(() => still.remove())

  test('every rule that any task breaks comes back with its path, and nothing was made', async () => {
    const { id } = await uploadPicture(still.url, 'coffee.png')
    const tasks = [
      aBody(id),
      aBody(id, { duration: 7, motionMode: 'fast' }),
      aBody('gone', { prompt: '', colour: 'red' }),
    ]
    const answer = await postBatch(still.url, { tasks })
    expect(answer.status).toBe(422)
    const { error } = await answer.json()
    const said = error.fields.map(({ path, code }: Record<string, string>) => `${path} ${code}`)
    expect(said).toEqual(
      expect.arrayContaining([
        'tasks.1.duration value_not_offered',
        'tasks.2.prompt required',
        'tasks.2.colour unknown_field',
      ]),
    )
    const prompt = error.fields.find(({ path }: { path: string }) => path === 'tasks.2.prompt')
    expect(prompt.message).toBe('Write what should happen in the picture.')
    expect(await listBatches(still.url)).toEqual([])
  })

  test('200 tasks with the longest texts are taken; a key is needed, and more is refused', async () => {
    const { id } = await uploadPicture(still.url, 'coffee.png')
    const long = '云'.repeat(2048)
    const tasks = Array.from({ length: 200 }, (_, seed) =>
      aBody(id, {
        seed,
        prompt: long,
        negativePrompt: long,
        soundEffectSwitch: true,
        soundEffectContent: long,
      }),
    )
    const key = randomUUID()
    const taken = await postBatch(still.url, { tasks }, key)
    expect(taken.status).toBe(202)
    const first = batchWithTasksSchema.parse(await taken.json())
    expect(first.tasks).toHaveLength(200)
    const again = batchWithTasksSchema.parse(
      await (await postBatch(still.url, { tasks }, key)).json(),
    )
    expect(again.tasks.map((task) => task.id)).toEqual(first.tasks.map((task) => task.id))
    const other = await postBatch(still.url, { tasks: tasks.slice(1) }, key)
    expect(other.status).toBe(422)
    expect((await postBatch(still.url, { tasks: [...tasks, aBody(id)] })).status).toBe(422)
    expect((await postBatch(still.url, { tasks }, '')).status).toBe(400)
    const heavy = await postBatch(still.url, { tasks, name: 'x'.repeat(9 * 1024 * 1024) })
    expect(heavy.status).toBe(413)
    expect((await heavy.json()).error.message).toContain('8 MB')
  })

  test('prices that are set change what the form says and what a task is thought to cost', async ({
    page,
  }) => {
    await page.goto(`${still.url}/settings#prices`)
    const cell = page.getByLabel('360p, 5 seconds: credits')
    await cell.fill('many')
    await page.getByRole('button', { name: 'Save prices' }).click()
    await expect(page.getByText('Enter a number from 0')).toBeVisible()
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    expect(await axeViolations(page)).toEqual([])
    await cell.fill('50')
    await page.getByLabel('540p, 5 seconds: credits').fill('40')
    await page.getByLabel('Currency').selectOption('CNY')
    await page.getByLabel('Price of a credit').fill('0.07')
    await page.getByRole('button', { name: 'Save prices' }).click()
    await expect(page.getByText('Estimates are made with these prices')).toBeVisible()
    await page.goto(still.url)
    await expect(page.getByText('40 credits, about CN¥2.80')).toBeVisible()
    const { tasks } = await makeBatch(still.url, 1)
    expect(tasks[0]?.estimate).toEqual({ credits: 50, usd: null, amount: 3.5, currency: 'CNY' })
    await page.goto(`${still.url}/settings`)
    await page.getByRole('button', { name: 'Back to the default' }).click()
    await expect(page.getByText('The default is back.')).toBeVisible()
    await expect(cell).toHaveValue('45')
  })
})
