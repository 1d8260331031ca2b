import type { Page } from 'playwright/test'
import enAttention from '@/lib/shared/messages/en/attention.json' with { type: 'json' }
import enStudio from '@/lib/shared/messages/en/studio.json' with { type: 'json' }
import zhAttention from '@/lib/shared/messages/zh/attention.json' with { type: 'json' }
import zhStudio from '@/lib/shared/messages/zh/studio.json' with { type: 'json' }
import { AttentionPage } from './pages/attention-page'
import { ask, createTask, readTask, waitForStatus } from './support/api'
import { withDatabase } from './support/every-state'
import { accepted, received } from './support/ledger'
import { startSimulator, startStudio, type Simulator, type Studio } from './support/studio'
import { expect, test } from './support/test'

const KEY = 'sk-attention-0123456789'
const HTML = { kind: 'answer', status: 200, contentType: 'text/html', text: '<html>hello</html>' }
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

let made = 0
/** A prompt that no other test uses: the ledger is read by it. */
const aPrompt = (words: string) => `${words} ${(made += 1)}`
const make = async (prompt: string) => (await createTask(studio.url, 'coffee.png', { prompt })).id

/** Tasks whose answer is unclear; `rule` says how the gateway came to that. */
async function makeUnclear(prompts: string[], rule: object = { on: 'submit', do: HTML }) {
  await gateway.misbehave(prompts.map((prompt) => ({ ...rule, prompt, times: 1 })))
  const ids: string[] = []
  for (const prompt of prompts) {
    const id = await make(prompt)
    await waitForStatus(studio.url, id, 'unconfirmed')
    ids.push(id)
  }
  return ids
}

/** A clip that was made, and whose link died before it was saved. */
async function makeLost(prompt: string): Promise<string> {
  const id = await make(prompt)
  await waitForStatus(studio.url, id, 'succeeded')
  await withDatabase(studio.dataDir, async (database) => {
    await database.execute({
      sql: `UPDATE "Task" SET "status" = 'failed', "errorCode" = 'result_lost' WHERE "id" = ?`,
      args: [id],
    })
    await database.execute({
      sql: `UPDATE "TaskOutput" SET "savedAt" = NULL WHERE "taskId" = ?`,
      args: [id],
    })
  })
  return id
}

const READERS = [
  {
    who: 'English, 1440 px',
    words: { told: enAttention, say: enStudio },
    use: { locale: 'en-US', viewport: { width: 1440, height: 900 } },
  },
  {
    who: 'Chinese, 390 px',
    words: { told: zhAttention, say: zhStudio },
    use: {
      locale: 'zh-CN',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    },
  },
] as const

for (const { who, words, use } of READERS) {
  const { told, say } = words
  const open = async (page: Page) => {
    const attention = new AttentionPage(page, studio.url, words)
    await attention.open()
    return attention
  }

  test.describe(who, () => {
    test.use(use)

    test('a task is connected with what the gateway made of it, and nothing is sent again', async ({
      page,
    }) => {
      const prompt = aPrompt('attach')
      const other = await make(aPrompt('other'))
      const { taskId: taken } = await waitForStatus(studio.url, other, 'succeeded')
      const [id = ''] = await makeUnclear([prompt], { scenario: 'html-502' })
      const attention = await open(page)
      const card = attention.card(id)
      await card.getByText(told.attention.answer).click()
      await expect(card.getByRole('region')).toContainText('html')

      const connect = await attention.openWay(id, 'attach')
      await connect.click()
      await expect(card.getByText(say.resolve.taskIdMissing)).toBeVisible()
      const box = card.getByRole('textbox')
      await box.fill(taken ?? '')
      await box.press('Enter')
      await expect(box).toHaveAttribute('aria-invalid', 'true')
      await box.fill(received(gateway, prompt)[0]?.task_id ?? '')
      await connect.click()
      await expect(card).toHaveCount(0)
      await waitForStatus(studio.url, id, 'succeeded')
      expect(accepted(gateway, prompt)).toBe(1)
      await expect(attention.audit().first()).toContainText(prompt)
      await page.goto(`${studio.url}/tasks/${id}`)
      await expect(page.getByRole('heading', { name: told.audit.history })).toBeVisible()
    })

    test('a double click on “send again” pays once', async ({ page }) => {
      const prompt = aPrompt('double click')
      const [id = ''] = await makeUnclear([prompt])
      const attention = await open(page)
      const again = await attention.openWay(id, 'resend')
      await expect(attention.card(id)).toContainText('0.45')
      await again.dblclick()
      await expect(attention.card(id)).toHaveCount(0)
      expect((await waitForStatus(studio.url, id, 'succeeded')).attempt).toBe(2)
      expect(accepted(gateway, prompt)).toBe(1)
      expect(received(gateway, prompt)).toHaveLength(2)
    })

    test('“send again” in two windows pays once, and the second is told calmly', async ({
      page,
      context,
    }) => {
      const prompt = aPrompt('two windows')
      const [id = ''] = await makeUnclear([prompt])
      const here = await open(page)
      const elsewhere = await context.newPage()
      // It hears of nothing, as a page does that was asleep.
      await elsewhere.addInitScript(() => Reflect.deleteProperty(window, 'EventSource'))
      await elsewhere.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
      await elsewhere.addInitScript(() => {
        Reflect.set(
          window,
          'BroadcastChannel',
          class {
            postMessage() {}
            close() {}
          },
        )
      })
      const there = await open(elsewhere)
      const [first, second] = [await here.openWay(id, 'resend'), await there.openWay(id, 'resend')]
      await first.click()
      await expect(here.card(id)).toHaveCount(0)
      await second.click()
      const already = plural(say.resolve.already, 1)
      await there.expectToast(already)
      await expect(there.card(id)).toHaveCount(0)
      await waitForStatus(studio.url, id, 'succeeded')
      expect(accepted(gateway, prompt)).toBe(1)
      await elsewhere.close()
    })

    test('a task is let go, and is still told to have cost perhaps', async ({ page }) => {
      const [id = ''] = await makeUnclear([aPrompt('dismiss')])
      const attention = await open(page)
      await (await attention.openWay(id, 'dismiss')).click()
      await expect(attention.card(id)).toHaveCount(0)
      expect((await readTask(studio.url, id)).error?.code).toBe('dismissed')
    })

    test('three unclear answers pause the queue; all are sent again with one word, then it is resumed', async ({
      page,
    }) => {
      // A clear answer: those in a row are counted anew.
      await waitForStatus(studio.url, await make(aPrompt('clear')), 'succeeded')
      const prompts = ['a', 'b', 'c'].map((letter) => aPrompt(`many ${letter}`))
      const ids = await makeUnclear(prompts)
      await page.goto(studio.url)
      await page.getByRole('banner').locator('a[href="/attention"]').click()
      const attention = new AttentionPage(page, studio.url, words)
      await expect(page.getByRole('heading', { name: told.attention.paused })).toBeVisible()
      await page.getByRole('checkbox').first().check({ force: true })
      const bar = page.getByRole('group', { name: told.attention.many })
      await bar.getByRole('button', { name: told.attention.resendMany }).click()
      await expect(bar).toContainText('1.35')
      // Nothing is sent before the second word.
      expect(await Promise.all(ids.map((id) => statusOf(id)))).toEqual(ids.map(() => 'unconfirmed'))
      await bar.getByRole('button').nth(0).click()
      await expect(attention.card(ids[0] ?? '')).toHaveCount(0)
      await page.getByRole('button', { name: say.banners.resume, exact: true }).click()
      await attention.expectToast(told.attention.resumed)
      for (const id of ids) await waitForStatus(studio.url, id, 'succeeded')
      expect(prompts.map((prompt) => accepted(gateway, prompt))).toEqual([1, 1, 1])
      await expect(
        attention.audit().filter({ hasText: told.audit.reasons.too_many_unclear }),
      ).not.toHaveCount(0)
    })

    test('a lost clip is asked for again for nothing, let go, or deleted and brought back', async ({
      page,
    }) => {
      const prompt = aPrompt('lost')
      const again = await makeLost(prompt)
      const letGo = await makeLost(aPrompt('lost, let go'))
      const deleted = aPrompt('lost, deleted')
      const away = await makeLost(deleted)
      const attention = await open(page)
      await attention.card(again).getByRole('button', { name: say.actions.askAgain }).click()
      await expect(attention.card(again)).toHaveCount(0)
      await waitForStatus(studio.url, again, 'succeeded')
      expect(accepted(gateway, prompt)).toBe(1)

      await attention.card(letGo).getByRole('button', { name: say.resolve.dismissYes }).click()
      await expect(attention.card(letGo)).toHaveCount(0)

      await attention.card(away).getByRole('button', { name: say.actions.delete }).click()
      await expect(attention.card(away)).toHaveCount(0)
      await page.getByRole('button', { name: new RegExp(`^${told.toasts.undo}`) }).click()
      await expect(attention.card(away)).toBeVisible()

      await attention.card(away).getByRole('button', { name: say.actions.delete }).click()
      const row = attention.audit().filter({ hasText: deleted })
      await row.getByRole('button', { name: told.audit.putBack }).first().click()
      await expect(attention.card(away)).toBeVisible()
      await (await ask(studio.url, `/api/tasks/${away}`, { method: 'DELETE' })).text()
    })

    test('a deleted clip is taken back by the keyboard', async ({ page }) => {
      const id = await make(aPrompt('undo'))
      await waitForStatus(studio.url, id, 'succeeded')
      await page.goto(`${studio.url}/tasks/${id}`)
      await page.getByRole('button', { name: say.actions.delete, exact: true }).press('Enter')
      await expect(page).toHaveURL(/\/gallery$/)
      const card = page.locator(`[data-task="${id}"]`)
      await expect(card).toHaveCount(0)
      await expect(page.getByRole('button', { name: told.toasts.undo })).toBeVisible()
      await page.keyboard.press('Control+z')
      await expect(card).toBeVisible()
    })

    test('a failure is tried again as a new clip, once for a double click', async ({ page }) => {
      const prompt = aPrompt('retry')
      await gateway.misbehave([{ scenario: 'fail', prompt, times: 1 }])
      const id = await make(prompt)
      await waitForStatus(studio.url, id, 'failed')
      await page.goto(`${studio.url}/tasks/${id}`)
      await expect(page.getByText(told.outlook.kept)).toBeVisible()
      await page.getByRole('button', { name: say.actions.retry }).dblclick()
      await expect(page).not.toHaveURL(new RegExp(id))
      const made = page.url().split('/').at(-1) ?? ''
      await waitForStatus(studio.url, made, 'succeeded')
      expect(accepted(gateway, prompt)).toBe(2)
      await page.goto(`${studio.url}/tasks/${id}`)
      await expect(page.getByRole('link', { name: told.audit.actions.retry })).toHaveAttribute(
        'href',
        `/tasks/${made}`,
      )
    })

    test('what waits is canceled where it is seen, and costs nothing', async ({ page }) => {
      await gateway.misbehave([{ scenario: 'wrong-key' }])
      const prompt = aPrompt('cancel')
      const id = await make(prompt)
      await page.goto(`${studio.url}/tasks/${id}`)
      await expect(page.getByText(told.outlook.paused)).toBeVisible()
      await page.goto(`${studio.url}/gallery`)
      const cancel = told.toasts.cancel.replace('{prompt}', prompt)
      await page.getByRole('button', { name: cancel }).click()
      await expect(page.locator(`[data-task="${id}"]`)).toHaveAttribute('data-status', 'canceled')
      expect(accepted(gateway, prompt)).toBe(0)
    })

    test('with nothing left to decide the page says so', async ({ page }) => {
      const idle = await startStudio({ WORKER: 'off' })
      try {
        await page.goto(`${idle.url}/attention`)
        await expect(page.getByRole('heading', { name: told.attention.empty })).toBeVisible()
        await page.getByRole('link', { name: told.attention.emptyAction }).click()
        await expect(page).toHaveURL(/\/gallery$/)
      } finally {
        await idle.remove()
      }
    })
  })
}

async function statusOf(id: string): Promise<string> {
  return (await readTask(studio.url, id)).status
}

/** The branch of a plural sentence that is said of this many. */
function plural(sentence: string, count: number): string {
  const branch = (name: string) => new RegExp(`\\b${name} \\{([^{}]*)\\}`).exec(sentence)?.[1]
  const said = (count === 1 ? branch('one') : undefined) ?? branch('other') ?? ''
  return said.replaceAll('#', String(count))
}
