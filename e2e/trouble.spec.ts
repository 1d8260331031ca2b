import type { Page } from 'playwright/test'
import { ask, createTask, postTask, readTask, uploadPicture, waitForStatus } from './support/api'
import { mediaFiles } from './support/media-files'
import { startSimulator, startStudio, type Simulator, type Studio } from './support/studio'
import { expect, test } from './support/test'

const KEY = 'sk-trouble-0123456789'
let gateway: Simulator
let studio: Studio

test.beforeAll(async () => {
  gateway = await startSimulator(KEY)
  studio = await startStudio({ AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway.url })
})
test.afterAll(async () => {
  await studio.remove()
  await gateway.remove()
})
test.afterEach(async () => {
  await gateway.misbehave([])
  await ask(studio.url, '/api/queue/resume', { method: 'POST' })
})

/** What the page says of a task in a state, in both languages. */
async function expectWords(page: Page, id: string, words: RegExp): Promise<void> {
  await page.goto(`${studio.url}/tasks/${id}`)
  await expect(page.getByText(words).first()).toBeVisible()
}

test('a refused key puts the task back, pauses the queue, and says so until it is resumed', async ({
  page,
}) => {
  await gateway.misbehave([
    { on: 'submit', do: { kind: 'answer', status: 401, json: { code: 401, message: 'bad key' } } },
  ])
  const { id } = await createTask(studio.url, 'coffee.png')
  await page.goto(studio.url)
  await expect(page.getByText(/The gateway refuses the API key/).first()).toBeVisible()
  expect((await readTask(studio.url, id)).status).toBe('queued')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const link of await page.getByRole('banner').getByRole('link').all()) {
    expect((await link.boundingBox())?.height, 'one line each on a phone').toBeLessThanOrEqual(48)
  }
  const header = page.getByRole('banner')
  expect(await header.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(390)

  await gateway.misbehave([])
  await page
    .getByRole('button', { name: /Resume/ })
    .first()
    .click()
  await waitForStatus(studio.url, id, 'succeeded')
  await expect(page.getByText(/The gateway refuses the API key/)).toHaveCount(0)
})

test('a gateway that answers HTML pauses the queue as a wrong address', async ({ page }) => {
  const html = { kind: 'answer', status: 404, contentType: 'text/html', text: '<html>nginx</html>' }
  await gateway.misbehave([{ on: 'submit', do: html }])
  const { id } = await createTask(studio.url, 'coffee.png')
  await expectWords(page, id, /no gateway at the address/)
  expect((await readTask(studio.url, id)).status).toBe('queued')
})

test('HTML with 200 is an unclear answer: never sent again by itself, and a person decides', async ({
  page,
}) => {
  const html = { kind: 'answer', status: 200, contentType: 'text/html', text: '<html>hello</html>' }
  await gateway.misbehave([{ on: 'submit', times: 1, do: html }])
  const { id } = await createTask(studio.url, 'coffee.png')
  await waitForStatus(studio.url, id, 'unconfirmed')
  await expectWords(page, id, /may have accepted and charged/)
  const resolve = (body: object) =>
    ask(studio.url, `/api/tasks/${id}/resolve`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const answers = await Promise.all([1, 2, 3].map(() => resolve({ attempt: 1, action: 'resend' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await waitForStatus(studio.url, id, 'succeeded')).attempt).toBe(2)
})

test('a dead clip link is asked for anew, and only a clip that is saved counts as succeeded', async () => {
  await gateway.misbehave([
    { on: 'clip', prompt: 'dead link', times: 5, do: { kind: 'dead-link' } },
  ])
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'dead link' })
  const trying = await waitForStatus(studio.url, id, 'archiving', 'succeeded')
  expect(trying.videos.length).toBe(trying.status === 'succeeded' ? 1 : 0)
  const task = await waitForStatus(studio.url, id, 'succeeded')
  expect(task.error).toBeNull()
  expect((await ask(studio.url, task.videos[0]?.url ?? '')).status).toBe(200)
})

test('a clip that is cut short or no mp4 is never taken for one', async () => {
  await gateway.misbehave([
    { on: 'clip', prompt: 'cut short', times: 1, do: { kind: 'truncate', bytes: 5000 } },
    {
      on: 'clip',
      prompt: 'cut short',
      times: 1,
      do: { kind: 'answer', status: 200, contentType: 'video/mp4', text: 'no clip' },
    },
  ])
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'cut short' })
  await waitForStatus(studio.url, id, 'succeeded')
  expect(mediaFiles(studio.dataDir).filter((file) => file.startsWith('tmp'))).toEqual([])
})

test('a failure is told in words, with what the gateway said', async ({ page }) => {
  await gateway.misbehave([
    { on: 'query', prompt: 'fails', do: { kind: 'fail', message: 'the model stumbled' } },
  ])
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'fails' })
  await waitForStatus(studio.url, id, 'failed')
  await expectWords(page, id, /could not make this clip.*the model stumbled/)
})

test('a gateway that is down costs nothing and is tried again', async ({ page }) => {
  const nobody = await startStudio({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: 'http://127.0.0.1:9',
  })
  try {
    const { id } = await createTask(nobody.url, 'coffee.png')
    await expect
      .poll(async () => (await readTask(nobody.url, id)).error?.code)
      .toBe('gateway_unreachable')
    expect((await readTask(nobody.url, id)).status).toBe('queued')
    await page.goto(`${nobody.url}/tasks/${id}`)
    await expect(
      page.getByText(/cannot be reached. Nothing was sent or charged/).first(),
    ).toBeVisible()
    const canceled = await ask(nobody.url, `/api/tasks/${id}/cancel`, { method: 'POST' })
    expect((await canceled.json()).status).toBe('canceled')
  } finally {
    await nobody.remove()
  }
})

test('a disk without room refuses pictures and tasks, and keeps nothing of them', async ({
  page,
}) => {
  const full = await startStudio({ DISK_RESERVE_MB: '99999999' })
  try {
    const task = await postTask(full.url, {
      model: 'aisphere-v5',
      prompt: 'x',
      image: { imageId: 'none' },
    })
    expect(task.status).toBe(422) // the field comes first
    const form = new FormData()
    form.set('file', new Blob(['x']), 'a.png')
    const upload = await ask(full.url, '/api/images', { method: 'POST', body: form })
    expect(upload.status).toBe(507)
    expect(mediaFiles(full.dataDir)).toEqual([])
    await page.goto(full.url)
    await expect(page.getByText(/too little room/).first()).toBeVisible()
  } finally {
    await full.remove()
  }
})

test('a gateway on the internet is not sent to without an address that it can reach', async ({
  page,
}) => {
  const unreachable = await startStudio({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: 'https://gateway.example',
    WORKER: 'off',
  })
  try {
    const { id } = await uploadPicture(unreachable.url, 'coffee.png')
    const answer = await postTask(unreachable.url, {
      model: 'aisphere-v5',
      prompt: 'x',
      image: { imageId: id },
    })
    expect([answer.status, (await answer.json()).error.code]).toEqual([422, 'picture_unreachable'])
    expect((await (await ask(unreachable.url, '/api/tasks')).json()).tasks).toEqual([])
    await page.goto(unreachable.url)
    await expect(page.getByText(/PUBLIC_URL/).first()).toBeVisible()
  } finally {
    await unreachable.remove()
  }
})
