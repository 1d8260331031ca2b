import { CreatePage } from './pages/create-page'
import { startStudio } from './support/studio'
import { expect, test } from './support/test'

/** From the first page to the clip, the simulator at its usual speed. */
const A_MINUTE = 60_000

for (const width of [1440, 390]) {
  test(`a newcomer has a clip within a minute, without a word of help, at ${width} px`, async ({
    page,
  }) => {
    const studio = await startStudio({ SIMULATOR_SPEED: '1' })
    await page.setViewportSize({ width, height: 844 })
    const begun = Date.now()
    const create = new CreatePage(page, studio.url)
    await create.open()
    await page
      .getByRole('button', { name: /A cup of coffee/ })
      .filter({ visible: true })
      .click()
    await expect(create.preview).toBeVisible()
    await create.generate.click()
    const seeIt = page.getByRole('link', { name: /See it/ })
    if (width < 1280) await seeIt.click()
    await expect(
      page.getByRole('heading', { name: 'Your first clip is on its way' }),
    ).toBeInViewport()
    await expect(
      page.getByRole('heading', { name: 'Your first clip', exact: true }),
    ).toBeInViewport({
      timeout: A_MINUTE,
    })
    const video = page.locator('video')
    await expect
      .poll(() => video.evaluate((clip: HTMLVideoElement) => clip.currentTime))
      .toBeGreaterThan(0)
    expect(Date.now() - begun).toBeLessThan(A_MINUTE)
    await studio.remove()
  })
}
