import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ask, createTask, readTask, waitForStatus } from './support/api'
import { axeViolations } from './support/axe'
import { startSimulator, startStudio, temporaryFolder, type Simulator } from './support/studio'
import { expect, test } from './support/test'

const KEY = 'sk-typed-in-4f7a1c9e'
let gateway: Simulator
test.beforeAll(async () => void (gateway = await startSimulator(KEY)))
test.afterAll(() => gateway.remove())

function submits(): number {
  const ledger = path.join(gateway.dataDir, 'ledger.jsonl')
  return existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n').filter(Boolean).length : 0
}

for (const { locale, heading } of [
  { locale: 'en-US', heading: 'Settings' },
  { locale: 'zh-CN', heading: '设置' },
]) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the way leads there from every page, and all is found in order', async ({
      page,
      studio,
    }) => {
      await page.goto(`${studio.url}/gallery`)
      await page.getByRole('banner').getByRole('link', { name: heading }).click()
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expect(page.locator('[data-check]')).toHaveCount(10)
      await expect(page.locator('[data-verdict=bad], [data-verdict=unsure]')).toHaveCount(0)
      expect(await axeViolations(page)).toEqual([])
    })

    test('what is wrong has its remedy beside it, on a phone too', async ({ page }) => {
      const studio = await startStudio({
        AISPHERE_API_KEY: KEY,
        AISPHERE_BASE_URL: 'http://127.0.0.1:1',
      })
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${studio.url}/settings`)
      const row = page.locator('[data-check=gateway][data-verdict=bad]')
      await expect(row).toContainText('127.0.0.1:1')
      await expect(row).toContainText('AISPHERE_BASE_URL')
      await expect(page.getByText('AISPHERE_API_KEY').first()).toBeVisible()
      await expect(page.locator('#gateway-key')).toHaveCount(0)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(390)
      expect(await axeViolations(page)).toEqual([])
      await studio.remove()
    })
  })
}

test('a key is typed in once, works without a restart, and can be taken away', async ({ page }) => {
  const studio = await startStudio({ AISPHERE_BASE_URL: gateway.url })
  const simulated = await createTask(studio.url, 'coffee.png', { prompt: 'for the simulator' })
  await waitForStatus(studio.url, simulated.id, 'succeeded')
  await page.goto(`${studio.url}/settings`)
  const field = page.getByLabel('API key')
  await field.fill('sk-of-somebody-else')
  await field.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'refuses this key' })).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await field.fill(KEY)
  await field.press('Enter')
  await expect(page.getByText('Saved. The gateway accepts it.')).toBeVisible()
  await expect(page.getByText('Simulated clips')).toHaveCount(0)
  await expect(page.locator('[data-check=accepted][data-verdict=good]')).toBeVisible()
  expect(submits()).toBe(0)

  const real = await createTask(studio.url, 'coffee.png', { prompt: 'for the gateway' })
  await waitForStatus(studio.url, real.id, 'succeeded')
  expect(submits()).toBe(1)

  await page.reload()
  await expect(page.getByText(/A key is stored/)).toBeVisible()
  await expect(field).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('Simulated clips')).toBeVisible()
  const again = await createTask(studio.url, 'coffee.png', { prompt: 'simulated again' })
  await waitForStatus(studio.url, again.id, 'succeeded')
  expect(submits()).toBe(1)
  await studio.remove()
})

test('a key that another secret has sealed stops everything, and is typed in again', async ({
  page,
}) => {
  const dataDir = temporaryFolder()
  const settings = { AISPHERE_BASE_URL: gateway.url }
  const before = submits()
  const first = await startStudio({ ...settings, STUDIO_SECRET: 'a'.repeat(40) }, dataDir)
  const stored = await ask(first.url, '/api/settings/key', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: KEY }),
  })
  expect(stored.status).toBe(200)
  await first.stop()

  const studio = await startStudio({ ...settings, STUDIO_SECRET: 'b'.repeat(40) }, dataDir)
  const { id } = await createTask(studio.url, 'coffee.png', { prompt: 'waits for the key' })
  await page.goto(`${studio.url}/settings`)
  await expect(page.getByRole('status').filter({ hasText: 'cannot be read' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume' })).toHaveCount(0)
  await expect(page.locator('[data-check=key][data-verdict=bad]')).toContainText('STUDIO_SECRET')
  expect(await axeViolations(page)).toEqual([])
  expect((await readTask(studio.url, id)).status).toBe('queued')
  expect(submits()).toBe(before)

  await page.getByLabel('API key').fill(KEY)
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByText('Saved. The gateway accepts it.')).toBeVisible()
  await waitForStatus(studio.url, id, 'succeeded')
  expect(submits()).toBe(before + 1)
  await studio.remove()
})
