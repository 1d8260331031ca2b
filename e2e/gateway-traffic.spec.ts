import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright/test'
import { ask, createTask, uploadPicture, waitForStatus } from './support/api'
import { startSimulator, startStudio, type Simulator, type Studio } from './support/studio'
import { expect, test } from './support/test'

const CANARY = 'sk-canary-7f3a9b2c4d5e6f70'
let gateway: Simulator
let studio: Studio

test.beforeAll(async () => {
  gateway = await startSimulator(CANARY)
  studio = await startStudio({
    AISPHERE_API_KEY: CANARY,
    AISPHERE_BASE_URL: gateway.url,
    LOG_LEVEL: 'trace',
  })
})
test.afterAll(async () => {
  await studio.remove()
  await gateway.remove()
})

type Line = { accepted: boolean; body: Record<string, unknown> }
function ledger(): Line[] {
  return readFileSync(path.join(gateway.dataDir, 'ledger.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('the gateway receives what the page prescribes, field by field', async () => {
  const settings = {
    model: 'aisphere-v4.5',
    prompt: '猫 looks up 🐈',
    duration: 8,
    resolution: '360p',
    seed: 7,
    negativePrompt: 'blur',
    motionMode: 'normal',
    style: 'anime',
    cameraMovement: 'zoom_in',
    soundEffectSwitch: true,
    soundEffectContent: '鸟鸣',
  }
  const { id } = await createTask(studio.url, 'coffee.png', settings)
  await waitForStatus(studio.url, id, 'succeeded')
  const received = ledger().at(-1)
  expect(received?.accepted).toBe(true)
  const { image, ...rest } = received?.body ?? {}
  expect(rest).toEqual({ _action: 'i2v', ...settings })
  expect(image).toEqual({
    imageUrl: expect.stringMatching(
      /^http:\/\/127\.0\.0\.1:\d+\/media\/input\/[\w-]+\.jpg\?expires=\d+&signature=[\w-]+$/,
    ),
  })

  const frames = {
    head: await uploadPicture(studio.url, 'coffee.png'),
    tail: await uploadPicture(studio.url, 'rocket.jpg'),
  }
  const body = {
    model: 'aisphere-v5',
    prompt: 'turn',
    headtailImages: { head: { imageId: frames.head.id }, tail: { imageId: frames.tail.id } },
    resolution: '360p',
  }
  const answer = await ask(studio.url, '/api/tasks', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'frames-00001' },
    body: JSON.stringify(body),
  })
  await waitForStatus(studio.url, (await answer.json()).id, 'succeeded')
  expect(ledger().at(-1)?.body).toEqual({
    _action: 'i2v',
    model: 'aisphere-v5',
    prompt: 'turn',
    duration: 5,
    resolution: '360p',
    headtailImages: { headImageUrl: expect.any(String), tailImageUrl: expect.any(String) },
  })

  const requests = await (
    await fetch(`${gateway.url}/_simulator/requests`, {
      headers: { authorization: `Bearer ${CANARY}` },
    })
  ).json()
  const submit = requests.find(({ method }: { method: string }) => method === 'POST')
  expect(submit).toMatchObject({
    path: '/api/v1/video/generation',
    headers: { 'content-type': 'application/json' },
  })
})

test('the signed address of a picture works for the gateway, through a tunnel too, and for nobody without the signature', async () => {
  const { image } = ledger()[0]?.body as { image: { imageUrl: string } }
  const signed = new URL(image.imageUrl)
  expect((await fetch(signed)).status).toBe(200)
  const tunnel = await fetch(signed, { headers: { 'x-forwarded-for': '1.2.3.4' } })
  expect(tunnel.status).toBe(200)
  const forged = [
    signed.href.replace(/signature=./, (match) =>
      match.endsWith('A') ? 'signature=B' : 'signature=A',
    ),
    signed.href.replace(/expires=\d+/, 'expires=9999999999'),
    signed.origin + signed.pathname,
  ]
  for (const url of forged) {
    expect((await fetch(url, { headers: { 'x-forwarded-for': '1.2.3.4' } })).status, url).toBe(421)
    expect((await fetch(url)).ok, url).toBe(false)
  }
})

test('the key is nowhere but on the way to the gateway, also when the gateway echoes it', async ({
  page,
}) => {
  expectNoKey(await searchEverywhere(page, studio))
})

test('a key that was typed in is nowhere else either: the database has it under seal alone', async ({
  page,
}) => {
  const typed = await startStudio({ AISPHERE_BASE_URL: gateway.url, LOG_LEVEL: 'trace' })
  await page.goto(`${typed.url}/settings`)
  await page.getByLabel('API key').fill(CANARY)
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByText('Saved. The gateway accepts it.')).toBeVisible()
  const places = await searchEverywhere(page, typed)
  expect(places.database?.includes('gateway-key')).toBe(true)
  expectNoKey(places)
  await typed.remove()
})

/** Lets the gateway echo the key, looks at every page and answer, and returns all that was seen and written. */
async function searchEverywhere(page: Page, studio: Studio): Promise<Record<string, string>> {
  const echo = {
    kind: 'answer',
    status: 400,
    json: { code: 123, message: `your key ${CANARY} may not do that`, request_id: CANARY },
  }
  await gateway.misbehave([
    { on: 'submit', prompt: 'echo', do: echo },
    { on: 'query', prompt: 'echoing failure', do: { kind: 'fail', message: `key ${CANARY}` } },
  ])
  const seen: string[] = []
  page.on('response', (response) => {
    seen.push(JSON.stringify(response.headers()))
    if (!response.url().includes('/api/events'))
      void response.text().then(
        (text) => seen.push(text),
        () => {},
      )
  })
  const failed = await createTask(studio.url, 'coffee.png', { prompt: 'echo' })
  await waitForStatus(studio.url, failed.id, 'failed')
  for (const route of ['/', '/gallery', `/tasks/${failed.id}`, '/settings', '/nowhere']) {
    await page.goto(studio.url + route)
    await page.waitForLoadState('load')
    seen.push(await page.content())
  }
  for (const route of [
    '/api/tasks',
    `/api/tasks/${failed.id}`,
    '/api/models',
    '/api/queue',
    '/api/settings/key',
    '/api/doctor',
    '/api/health/live',
    '/api/health/ready',
    '/api/nothing',
  ]) {
    seen.push(await (await ask(studio.url, route)).text())
  }
  seen.push(await eventsFrom(studio.url))
  expect(seen.join('').includes('your key [key] may not do that')).toBe(true) // the search would find it

  return {
    answers: seen.join('\n'),
    log: studio.log(),
    database: databaseBytes(studio),
    browserFiles: browserFiles(),
  }
}

function expectNoKey(places: Record<string, string>): void {
  for (const [place, text] of Object.entries(places)) {
    expect(text.length, place).toBeGreaterThan(100)
    expect(text.includes(CANARY), place).toBe(false)
  }
}

async function eventsFrom(url: string): Promise<string> {
  const abort = new AbortController()
  const answer = await ask(url, '/api/events', {
    headers: { 'last-event-id': '0' },
    signal: abort.signal,
  })
  const reader = answer.body?.getReader()
  let text = ''
  while (reader && !text.includes('"failed"'))
    text += Buffer.from((await reader.read()).value ?? []).toString()
  abort.abort()
  return text
}

/** Also what lies in the write-ahead log. */
function databaseBytes(studio: Studio): string {
  return ['studio.db', 'studio.db-wal']
    .map((name) => readFileSync(path.join(studio.dataDir, name), 'latin1'))
    .join('')
}

function browserFiles(): string {
  const folder = path.resolve('.next/static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

test('the key is no argument of any process', () => {
  const processes =
    process.platform === 'linux' ? execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }) : ''
  expect(processes.includes(CANARY)).toBe(false)
})
