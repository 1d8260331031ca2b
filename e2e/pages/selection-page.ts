import { expect, type Locator, type Page } from 'playwright/test'

/** The gallery while clips are selected. */
export class SelectionPage {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  async open(search = ''): Promise<void> {
    await this.page.goto(`${this.url}/gallery${search}`)
    await expect(this.cards.first()).toBeVisible()
    // The grid is alive once it has measured itself.
    await expect(this.page.locator('main ul[style*="top"]')).toBeVisible()
  }

  get cards(): Locator {
    return this.page.locator('main li[data-task]')
  }

  card(id: string): Locator {
    return this.page.locator(`main li[data-task="${id}"]`)
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Selected clips' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'Moving clips to the trash' })
  }

  tool(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true })
  }

  async click(id: string, ...modifiers: ('ControlOrMeta' | 'Shift')[]): Promise<void> {
    const card = this.card(id)
    const { width = 0, height = 0 } = (await card.boundingBox()) ?? {}
    // Clear of the box in its corner and of the words at its foot.
    await card.click({ modifiers, position: { x: width / 2, y: height / 2 } })
  }

  async expectSelected(count: number): Promise<void> {
    await expect(this.bar.getByRole('status')).toHaveText(
      count === 0 ? 'Select clips' : `${count.toLocaleString('en')} selected`,
    )
  }

  toast(text: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: 'Messages' })
      .locator('div', { hasText: text })
      .last()
  }
}
