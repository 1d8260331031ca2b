import { MODELS, type Mode } from '@/lib/shared/models/catalogue'
import { CreatePage } from './pages/create-page'
import { ask, picturePath, waitForStatus } from './support/api'
import { expect, test } from './support/test'

const LANGUAGES = [
  { locale: 'en-US', started: 'Started', prompt: 'walks slowly' },
  { locale: 'zh-CN', started: '已开始', prompt: '慢慢走来' },
] as const

/** Brings in what a mode needs. */
const FILL: Record<Mode, (create: CreatePage) => Promise<void>> = {
  image: (create) => create.choosePicture('coffee.png'),
  async frames({ page }) {
    for (const [slot, name] of [
      ['head', 'coffee.png'],
      ['tail', 'chelsea.png'],
    ] as const) {
      await page.locator(`#${slot}`).setInputFiles(picturePath(name))
      await expect(page.locator(`#${slot} + label img`)).toBeVisible()
    }
  },
  async reference(create) {
    await create.addReference('chelsea.png')
    await create.addReference('coffee.png')
    await create.choose('references.1.type', 'background')
    await create.prompt.fill(`@image1 @image2 ${await create.prompt.inputValue()}`)
  },
}

for (const { locale, started, prompt } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale })
    for (const model of MODELS) {
      for (const mode of model.modes) {
        test(`${mode} with ${model.label}, from the form to the clip`, async ({ page, studio }) => {
          const create = new CreatePage(page, studio.url)
          await create.open()
          await create.choose('model', model.id)
          await create.choose('mode', mode)
          await create.choose('resolution', '360p')
          await create.prompt.fill(prompt)
          await FILL[mode](create)
          await create.generate.click()
          await expect(page.getByRole('status').filter({ hasText: started })).toBeAttached()
          const { tasks } = await (await ask(studio.url, '/api/tasks?limit=1')).json()
          const task = await waitForStatus(studio.url, tasks[0].id, 'succeeded', 'failed')
          expect(task).toMatchObject({ status: 'succeeded', mode, model: model.id, error: null })
        })
      }
    }
  })
}
