import { expect, type Locator, type Page } from 'playwright/test'
import type enAttention from '@/lib/shared/messages/en/attention.json'
import type enStudio from '@/lib/shared/messages/en/studio.json'

type Words = { told: typeof enAttention; say: typeof enStudio }

/** The page for what needs a person. */
export class AttentionPage {
  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly words: Words,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/attention`)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  card(id: string): Locator {
    return this.page.locator(`main [data-task="${id}"]`)
  }

  /** Opens one of the three ways out of doubt. */
  async openWay(id: string, way: 'attach' | 'resend' | 'dismiss'): Promise<Locator> {
    const card = this.card(id)
    await card.getByText(this.words.say.resolve[way], { exact: true }).click()
    const button = card.getByRole('button', { name: this.words.say.resolve[`${way}Yes`] })
    await expect(button).toBeVisible()
    return button
  }

  /** What was said last above the page. */
  async expectToast(text: string | RegExp): Promise<void> {
    const stack = this.page.getByRole('region', { name: this.words.told.toasts.label })
    await expect(stack.getByText(text).last()).toBeVisible()
  }

  audit(): Locator {
    return this.page.getByRole('list', { name: this.words.told.audit.title }).getByRole('listitem')
  }
}
