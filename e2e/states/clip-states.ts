import { expect } from 'playwright/test'
import type { EveryState } from '../support/every-state'
import type { State } from './scene'
import { withoutTasks } from './without-tasks'

const clip = (which: keyof EveryState['ids']): State => ({
  name: `clip: ${which}`,
  show: async ({ page, every }) => {
    await page.goto(`${every.studio.url}/tasks/${every.ids[which]}`)
    await expect(page.locator(`main [data-task="${every.ids[which]}"]`)).toBeVisible()
  },
})

export const CLIP_STATES: State[] = [
  clip('done'),
  clip('running'),
  clip('queued'),
  clip('failed'),
  clip('lost'),
  {
    name: 'clip: unconfirmed, connected without a number',
    show: async (scene) => {
      await clip('unconfirmed').show(scene)
      const { page, say } = scene
      await page.getByText(say.resolve.attach).click()
      await page.getByRole('button', { name: say.resolve.attachYes }).click()
      await expect(page.getByText(say.resolve.taskIdMissing)).toBeVisible()
    },
  },
  {
    name: 'clip: the page fails',
    console: /Server Components render|Minified React error #441/,
    show: async (scene) => {
      await withoutTasks(scene)
      const { page, say, empty } = scene
      await page.goto(`${empty.url}/tasks/any`)
      await expect(page.getByRole('heading', { name: say.crash.title })).toBeVisible()
    },
  },
]
