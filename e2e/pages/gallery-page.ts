import { expect, type Locator, type Page } from 'playwright/test'
import type enCollections from '@/lib/shared/messages/en/collections.json'
import type enFilters from '@/lib/shared/messages/en/filters.json'

export type GalleryWords = typeof enFilters & typeof enCollections

/** The gallery with its filter bar. */
export class GalleryPage {
  constructor(
    readonly page: Page,
    private readonly url: string,
    private readonly say: GalleryWords,
  ) {}

  async open(search = ''): Promise<void> {
    await this.page.goto(`${this.url}/gallery${search}`)
    await expect(this.search).toBeVisible()
    // What is pressed before the page listens is lost: its grid has measured itself then, or there is none.
    const grid = this.page.locator('main ul[style*="top"]')
    const none = this.page.getByRole('heading', { name: this.say.filters.noMatch.title })
    await expect(grid.or(none)).toBeVisible()
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: this.say.filters.searchIn })
  }

  chip(filter: string): Locator {
    return this.page.locator(`[data-filter="${filter}"]`)
  }

  /** Its menu, once the numbers are there. */
  async openMenu(filter: keyof typeof enFilters.filters.names): Promise<Locator> {
    await this.chip(filter).click()
    const menu = this.page
      .getByRole('group', { name: this.say.filters.names[filter], exact: true })
      .and(this.page.locator(':popover-open'))
    await expect(menu.locator('input').first()).toBeVisible()
    return menu
  }

  /** What the address asks for. */
  asked(): string {
    return new URL(this.page.url()).search
  }

  async expectAsked(search: string | RegExp): Promise<void> {
    await expect.poll(() => this.asked()).toMatch(search)
  }

  /** How many clips the bar says there are. */
  async expectFound(count: number): Promise<void> {
    const said = new RegExp(`^${count.toLocaleString('en')} `)
    await expect(this.page.getByRole('status').filter({ hasText: said })).toBeAttached()
  }
}
