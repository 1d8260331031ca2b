import { taskOnWireSchema } from '@/lib/shared/wire'
import en from '@/lib/shared/messages/en/prompt.json' with { type: 'json' }
import zh from '@/lib/shared/messages/zh/prompt.json' with { type: 'json' }
import { CreatePage } from './pages/create-page'
import { ask, createTask, postTask, uploadPicture } from './support/api'
import { axeViolations } from './support/axe'
import { LONG_CHINESE, LONG_WORD } from './support/every-state'
import { sidewaysPixels } from './support/layout'
import { expect, test } from './support/test'

/** A task with two references, for the form to go on from. */
async function makeReferenceTask(url: string, prompt: string): Promise<string> {
  const [hero, sky] = [
    await uploadPicture(url, 'chelsea.png'),
    await uploadPicture(url, 'rocket.jpg'),
  ]
  const answer = await postTask(url, {
    model: 'aisphere-v5',
    prompt,
    characterImages: [
      { imageId: hero.id, type: 'subject', refName: 'hero' },
      { imageId: sky.id, type: 'background', refName: 'sky' },
    ],
  })
  return taskOnWireSchema.parse(await answer.json()).id
}

for (const { locale, say } of [
  { locale: 'en-US', say: en },
  { locale: 'zh-CN', say: zh },
]) {
  for (const width of [390, 1440]) {
    test.describe(`${locale} at ${width} px`, () => {
      test.use({ locale, viewport: { width, height: 844 } })

      test('a reference is named at the cursor, within the window', async ({ page, studio }) => {
        const create = new CreatePage(page, studio.url)
        // By its id: the references have boxes for their names in the prompt, too.
        const prompt = page.locator('#prompt')
        const origin = await makeReferenceTask(studio.url, '@hero waits under the @sky')
        await create.open(`/?from=${origin}`)
        await prompt.focus()
        await page.keyboard.press('Control+End')
        await page.keyboard.type(' and walks on, and then, far from here, it meets @')
        const list = page.getByRole('listbox', { name: say.mentions.list })
        await expect(list.getByRole('option')).toHaveCount(2)
        await expect(list.locator('img').first()).toBeInViewport({ ratio: 1 })
        const box = await list.boundingBox()
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true)
        expect(await axeViolations(page)).toEqual([])
        await list.getByRole('option').nth(1).click()
        await expect(prompt).toHaveValue(/it meets @sky $/)
        await expect(prompt).toBeFocused()
        await page.keyboard.press('Control+z')
        await expect(prompt).toHaveValue(/it meets @$/)
        // What was replaced is selected again.
        await page.keyboard.press('End')
        await page.keyboard.type('skyy ')
        await page
          .getByRole('button', { name: say.mentions.suggest.replace('{name}', 'sky') })
          .click()
        await expect(prompt).toHaveValue(/it meets @sky $/)
        expect(await sidewaysPixels(page)).toBe(0)
      })

      test('what was written comes back, and undo takes it away again', async ({
        page,
        studio,
      }) => {
        await createTask(studio.url, 'coffee.png', { prompt: `${LONG_WORD} ${LONG_CHINESE}` })
        // Its own: other tests of this studio have written prompts, too.
        const own = `Steam rises at ${width} pixels in ${locale}`
        await createTask(studio.url, 'coffee.png', { prompt: own })
        const create = new CreatePage(page, studio.url)
        await create.open()
        await create.prompt.fill('in the making')
        await page.getByRole('button', { name: say.promptHelp.history }).click()
        const dialog = page.getByRole('dialog', { name: say.promptLibrary.historyTitle })
        await dialog.getByRole('searchbox').fill(own.toLowerCase())
        await expect(dialog.getByRole('listitem')).toHaveCount(1)
        await dialog.getByRole('searchbox').fill('')
        await expect(dialog.getByRole('listitem').nth(1)).toBeVisible()
        expect(await axeViolations(page)).toEqual([])
        expect(await sidewaysPixels(page)).toBe(0)
        await dialog.getByRole('searchbox').press('ArrowDown')
        await page.keyboard.press('Enter')
        await expect(dialog).toBeHidden()
        await expect(create.prompt).toHaveValue(own)
        await expect(create.prompt).toBeFocused()
        await page.keyboard.press('Control+z')
        await expect(create.prompt).toHaveValue('in the making')
      })

      test('a prompt is kept as a template, changed and deleted', async ({ page, studio }) => {
        const name = `${locale} ${width}`
        const create = new CreatePage(page, studio.url)
        await create.open()
        await create.prompt.fill('@hero walks slowly')
        const open = page.getByRole('button', { name: say.promptHelp.templates, exact: true })
        await open.click()
        const dialog = page.getByRole('dialog', { name: say.promptLibrary.templatesTitle })
        await dialog.getByLabel(say.promptLibrary.save).fill(name)
        await page.keyboard.press('Enter')
        await expect(dialog.getByText(say.promptLibrary.kept.replace('{name}', name))).toBeVisible()
        const change = dialog.getByRole('button', {
          name: say.promptLibrary.change.replace('{name}', name),
        })
        await change.click()
        await dialog.getByLabel(say.promptLibrary.text, { exact: true }).fill(`${LONG_WORD} @hero`)
        expect(await axeViolations(page)).toEqual([])
        expect(await sidewaysPixels(page)).toBe(0)
        await dialog.getByRole('button', { name: say.promptLibrary.changeDone }).click()
        await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click()
        await expect(create.prompt).toHaveValue(`${LONG_WORD} @hero`)
        await open.click()
        await dialog
          .getByRole('button', { name: say.promptLibrary.delete.replace('{name}', name) })
          .click()
        await page.keyboard.press('Escape')
        await expect(change).toBeVisible()
        await dialog
          .getByRole('button', { name: say.promptLibrary.delete.replace('{name}', name) })
          .click()
        await dialog.getByRole('button', { name: say.promptLibrary.deleteYes, exact: true }).click()
        // Until then Esc would go back from the question, and not out of the dialog.
        await expect(dialog.getByText(say.promptLibrary.deleted)).toBeVisible()
        await expect(change).toBeHidden()
        const { templates } = await (await ask(studio.url, '/api/prompt-templates')).json()
        expect(templates).toEqual([])
        await page.keyboard.press('Escape')
        await expect(open).toBeFocused()
      })
    })
  }
}
