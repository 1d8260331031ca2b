import { expect, test as base } from '@playwright/test'
import { startStudio, type Studio } from './studio'

type Fixtures = {
  /** Fails the test when the page says an error that nobody expected. */
  quietConsole: void
}
type WorkerFixtures = { studio: Studio }

/** A studio without a key (the simulator), shared by the tests of a file's worker. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  studio: [
    async ({}, use) => {
      const studio = await startStudio()
      await use(studio)
      await studio.remove()
    },
    { scope: 'worker' },
  ],
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        // The browser itself reports every refused request; the tests look at those answers.
        const isOwn =
          message.type() === 'error' && !message.text().startsWith('Failed to load resource')
        if (isOwn) errors.push(message.text())
      })
      await use()
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
