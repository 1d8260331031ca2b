import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { startProgram, type Program } from './support/program'
import { workingCopy } from './support/working-copy'

test.describe.configure({ mode: 'serial' })

let copy: ReturnType<typeof workingCopy>
let studio: Program
let url: string
test.beforeAll(async () => {
  test.setTimeout(120_000)
  copy = workingCopy()
  studio = startProgram(process.execPath, [path.join(copy.folder, 'lib/cli/dev.mjs')], {
    NODE_ENV: 'development',
    PORT: '0',
    DATA_DIR: path.join(copy.folder, 'data'),
  })
  url = (await studio.said(/web +│ .*ready at (http:\/\/localhost:\d+)/))[1] ?? ''
  await studio.said(/worker +│ .*INFO: working/)
})
test.afterAll(async () => {
  await studio?.stop()
  copy?.remove()
})

/** Replaces words in a source of the copy. */
function change(file: string, from: string, to: string): void {
  const place = path.join(copy.folder, file)
  const source = readFileSync(place, 'utf8')
  if (!source.includes(from)) throw new Error(`${file} does not say ${from}`)
  writeFileSync(place, source.replace(from, to))
}

const times = (pattern: RegExp) => studio.log().match(pattern)?.length ?? 0

test('a changed page shows in the open tab, and no program is started again', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(`${url}/`, { timeout: 90_000 })
  await page.evaluate(() => Object.assign(window, { isTheSameTab: true }))
  change(
    'components/shell/mark.tsx',
    'export function',
    'export const CHANGED = 1\nexport function',
  )
  change('lib/shared/messages/en/studio.json', '"Create"', '"Create something"')
  await expect(page.getByText('Create something').first()).toBeVisible({ timeout: 30_000 })
  expect(await page.evaluate(() => 'isTheSameTab' in window)).toBe(true)
  expect(times(/│ .*INFO: working/g)).toBe(1)
})

test('a changed worker starts again, by itself', async () => {
  change('lib/server/worker/main.ts', `'working')`, `'working anew')`)
  await studio.said(/worker +│ .*INFO: stopped[^]*worker +│ .*INFO: working anew/)
  expect(times(/ready at/g)).toBe(1)
})

test('a changed simulator starts again, where it was', async () => {
  const [, at] = await studio.said(/simulator +│ INFO: listening \{"url":"([^"]+)"/)
  change('lib/simulator/run-program.ts', `'listening'`, `'listening anew'`)
  const [, again] = await studio.said(/simulator +│ INFO: listening anew \{"url":"([^"]+)"/)
  expect(again).toBe(at)
  expect(times(/ready at/g)).toBe(1)
})

test('a source with an error is told, and what runs goes on', async () => {
  change('lib/server/worker/main.ts', 'async function main', 'async function function main')
  await studio.said(/lib\/server\/worker\/main\.ts:\d+:\d+/)
  expect((await fetch(`${url}/api/health/live`)).status).toBe(200)
  change('lib/server/worker/main.ts', 'async function function main', 'async function main')
})

test('a changed front door starts the studio again; SIGTERM ends all of it', async () => {
  change(
    'lib/server/front-door/main.ts',
    'AiSphere Studio is ready at',
    'AiSphere Studio stands at',
  )
  await studio.said(/worker +│ .*INFO: stopped[^]*web +│ AiSphere Studio stands at/)
  await studio.said(/stands at[^]*worker +│ .*INFO: working/)
  expect((await studio.stop()).code).toBe(0)
})
