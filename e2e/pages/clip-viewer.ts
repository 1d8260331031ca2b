import { expect, type Locator, type Page } from 'playwright/test'

type Playing = Pick<
  HTMLVideoElement,
  'currentTime' | 'duration' | 'volume' | 'playbackRate' | 'paused' | 'loop' | 'muted'
>

/** A clip that is shown, over the gallery or on its page. */
export class ClipViewer {
  readonly stage: Locator
  readonly video: Locator
  readonly dialog: Locator

  constructor(
    readonly page: Page,
    readonly url: string,
  ) {
    this.dialog = page.getByRole('dialog', { name: 'Clip over the gallery' })
    this.stage = page.getByRole('region', { name: 'Clip', exact: true })
    this.video = this.stage.locator('video')
  }

  /** From its card, by a press. */
  async openOverGallery(id: string, search = ''): Promise<void> {
    await this.page.goto(`${this.url}/gallery${search}`)
    const card = this.page.locator(`[data-task="${id}"]`).first()
    await card.hover()
    await card.locator(`a[href^="/tasks/${id}"]`).first().click()
    await expect(this.dialog).toBeVisible()
  }

  async openPage(id: string, search = ''): Promise<void> {
    await this.page.goto(`${this.url}/tasks/${id}${search}`)
    await expect(this.video).toBeVisible()
    await this.ready()
  }

  /** Once the clip's length is known. */
  async ready(): Promise<void> {
    await expect.poll(() => this.read('duration')).toBeGreaterThan(0)
  }

  button(name: string): Locator {
    return this.stage.getByRole('button', { name, exact: true })
  }

  get seekBar(): Locator {
    return this.stage.getByRole('slider', { name: 'Position' })
  }

  async read<Name extends keyof Playing>(name: Name): Promise<Playing[Name]> {
    const playing = await this.video.evaluate((element): Playing => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('no clip')
      const { currentTime, duration, volume, playbackRate, paused, loop, muted } = element
      return { currentTime, duration, volume, playbackRate, paused, loop, muted }
    })
    return playing[name]
  }

  /** The frame that is shown, of a clip of 24 a second. */
  async frame(): Promise<number> {
    return Math.floor((await this.read('currentTime')) * 24 + 0.01)
  }
}
