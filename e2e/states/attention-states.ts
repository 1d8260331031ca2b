import { expect } from 'playwright/test'
import { withDatabase } from '../support/every-state'
import type { Scene, State } from './scene'

const openPage = async ({ page, every }: Scene) => {
  await page.goto(`${every.studio.url}/attention`)
  await expect(page.locator(`main [data-task="${every.ids.unconfirmed}"]`)).toBeVisible()
}

/** What failed and what is done wait for a person as well, until the state has been looked at. */
async function withMany({ every, afterwards }: Scene): Promise<void> {
  const { failed, done, unconfirmed } = every.ids
  const put = (id: string, status: string, errorCode: string | null) =>
    withDatabase(every.studio.dataDir, async (database) => {
      await database.execute({
        sql: 'UPDATE "Task" SET "status" = ?, "errorCode" = ? WHERE "id" = ?',
        args: [status, errorCode, id],
      })
    })
  for (const id of [failed, done, unconfirmed]) await put(id, 'unconfirmed', 'studio_stopped')
  afterwards(async () => {
    await put(failed, 'failed', 'generation_failed')
    await put(done, 'succeeded', null)
    await put(unconfirmed, 'unconfirmed', 'answer_unclear')
  })
}

const opened = (way: 'attach' | 'resend' | 'dismiss'): State => ({
  name: `attention: a paused queue, a lost clip, and a doubt to ${way}`,
  show: async (scene) => {
    await openPage(scene)
    const { page, every, say, told } = scene
    const card = page.locator(`main [data-task="${every.ids.unconfirmed}"]`)
    await card.getByText(told.attention.answer).click()
    await card.getByText(say.resolve[way], { exact: true }).click()
    const button = card.getByRole('button', { name: say.resolve[`${way}Yes`] })
    await expect(button).toBeVisible()
    if (way === 'attach') await button.click()
  },
})

export const ATTENTION_STATES: State[] = [
  opened('attach'),
  opened('resend'),
  opened('dismiss'),
  {
    name: 'attention: nothing needs anybody',
    show: async ({ page, empty, told }) => {
      await page.goto(`${empty.url}/attention`)
      await expect(page.getByRole('heading', { name: told.attention.empty })).toBeVisible()
    },
  },
  {
    name: 'attention: all of one reason, really?',
    show: async (scene) => {
      await withMany(scene)
      await openPage(scene)
      const { page, told } = scene
      await page.getByRole('checkbox').first().check({ force: true })
      const bar = page.getByRole('group', { name: told.attention.many })
      await bar.getByRole('button', { name: told.attention.resendMany }).click()
      await expect(bar.getByRole('button', { name: told.attention.notNow })).toBeVisible()
    },
  },
  {
    name: 'attention: cannot be listed',
    show: async (scene) => {
      const { page, empty, told, afterwards } = scene
      const rename = (from: string, to: string) =>
        withDatabase(empty.dataDir, async (database) => {
          await database.execute(`ALTER TABLE "${from}" RENAME TO "${to}"`)
        })
      await rename('Task', 'TaskGone')
      afterwards(() => rename('TaskGone', 'Task'))
      await page.goto(`${empty.url}/attention`)
      await expect(page.getByRole('heading', { name: told.attention.failed })).toBeVisible()
    },
  },
  {
    name: 'a clip was deleted, and can be taken back',
    show: async (scene) => {
      const { page, every, say, told, afterwards } = scene
      await page.goto(`${every.studio.url}/tasks/${every.ids.failed}`)
      afterwards(async () => {
        await page.request.post(`${every.studio.url}/api/tasks/${every.ids.failed}/restore`, {
          headers: { origin: every.studio.url },
        })
      })
      await page.getByRole('button', { name: say.actions.delete, exact: true }).click()
      const stack = page.getByRole('region', { name: told.toasts.label })
      await expect(stack.getByText(told.toasts.deleted)).toBeVisible()
      // It stands for as long as it is pointed at.
      await stack.getByText(told.toasts.deleted).hover()
    },
  },
  {
    name: 'settings: how to be told',
    show: async ({ page, empty, told }) => {
      await page.goto(`${empty.url}/settings`)
      await expect(page.getByRole('heading', { name: told.noticeSettings.title })).toBeVisible()
    },
  },
]
