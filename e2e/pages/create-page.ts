import { expect, type Locator, type Page } from 'playwright/test'
import { picturePath } from '../support/api'

/** The page where a clip begins. */
export class CreatePage {
  readonly prompt: Locator
  readonly generate: Locator
  readonly preview: Locator

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.prompt = page.getByRole('textbox', { name: /^(Prompt|提示词)/ })
    this.generate = page.getByRole('button', { name: /^(Generate|生成)/ })
    this.preview = page.locator('form').getByRole('img', { name: /your picture|你的图片/i })
  }

  async open(path = '/'): Promise<void> {
    await this.page.goto(this.url + path)
    await expect(this.generate).toBeVisible()
  }

  /** Chooses a picture by the file dialog and waits until it is stored. */
  async choosePicture(name: string): Promise<void> {
    await this.page.locator('input[type=file]').first().setInputFiles(picturePath(name))
    await expect(this.preview).toBeVisible()
  }

  /** One of a few: `choose('model', 'aisphere-v4')`. */
  async choose(field: string, value: string): Promise<void> {
    const choice = this.page.locator(`input[name="${field}"][value="${value}"]`)
    // By keyboard: what is chosen is drawn by the label, and what comes late to the page may move it under a click.
    await choice.press('Space')
    await expect(choice).toBeChecked()
  }

  async addReference(name: string): Promise<void> {
    const rows = this.page.locator('[name$=".refName"]')
    const before = await rows.count()
    await this.page.locator('#references').setInputFiles(picturePath(name))
    await expect(rows).toHaveCount(before + 1)
  }
}
