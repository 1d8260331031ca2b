import { expect, test as base } from 'playwright/test'
import { startStudio, type Studio } from './studio'

type Fixtures = {
  /** Fails the test when the page says an error that nobody expected; call it with a pattern to expect one. */
  expectConsole: (pattern: RegExp) => void
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
  expectConsole: [
    async ({ page }, use) => {
      const errors: string[] = []
      const expected: RegExp[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        // The browser itself reports every refused request; the tests look at those answers.
        const isOwn =
          message.type() === 'error' && !message.text().startsWith('Failed to load resource')
        if (isOwn) errors.push(message.text())
      })
      await use((pattern) => void expected.push(pattern))
      expect(errors.filter((error) => !expected.some((pattern) => pattern.test(error)))).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
