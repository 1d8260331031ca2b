import { createTask } from './support/api'
import { startEveryState, withDatabase } from './support/every-state'
import { startStudio } from './support/studio'
import { test } from './support/test'

test('look', async ({ browser }) => {
  test.setTimeout(300_000)
  const every = await startEveryState()
  const many = await startStudio({ WORKER: 'off' })
  const empty = await startStudio({ WORKER: 'off' })
  for (const [i, p] of ['chelsea.png', 'coffee.png', 'rocket.jpg', 'astronaut.png'].entries())
    await createTask(many.url, p, {
      prompt: `A prompt of some length, number ${i}: the camera moves closer while steam rises slowly from the cup`,
    })
  await withDatabase(many.dataDir, async (d) => {
    await d.execute(
      `UPDATE "Task" SET "status"='unconfirmed', "errorCode"='studio_stopped', "submittedAt"="createdAt"`,
    )
  })
  const shots: [string, string][] = [
    ['every', every.studio.url + '/attention'],
    ['many', many.url + '/attention'],
    ['empty', empty.url + '/attention'],
    ['clip', every.studio.url + '/tasks/' + every.ids.unconfirmed],
  ]
  for (const [locale, scheme, width] of [
    ['en-US', 'dark', 1440],
    ['zh-CN', 'light', 390],
  ] as const) {
    const context = await browser.newContext({
      locale,
      colorScheme: scheme,
      viewport: { width, height: 900 },
      hasTouch: width === 390,
      isMobile: width === 390,
    })
    const page = await context.newPage()
    for (const [name, url] of shots) {
      await page.goto(url)
      await page.waitForTimeout(500)
      if (name === 'many') {
        await page.getByRole('checkbox').first().click()
        await page.getByRole('group').first().getByRole('button').first().click()
      }
      if (name === 'every') await page.locator('summary').first().click()
      await page.screenshot({ path: `/tmp/look/${name}-${width}.png`, fullPage: true })
    }
    await page.goto(every.studio.url + '/tasks/' + every.ids.failed)
    await page.getByRole('button', { name: /^(Delete|删除)$/ }).click()
    await page.waitForTimeout(2000)
    await page.screenshot({ path: `/tmp/look/toast-${width}.png` })
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(1000)
    await page.goto(every.studio.url + '/tasks/' + every.ids.failed)
    await page.screenshot({ path: `/tmp/look/history-${width}.png`, fullPage: true })
    await context.close()
  }
  await Promise.all([every.remove(), many.remove(), empty.remove()])
})
