import { defineConfig } from 'playwright/test'
import { launchOptions } from './e2e/support/browser'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/build-once.ts',
  outputDir: 'test-results',
  workers: 1, // two cores: the studio, the simulator's encoder and the browser already fill them
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    launchOptions: await launchOptions(),
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    trace: 'off', // its recorder fetches previews by their blob address, which the content policy refuses
    screenshot: 'only-on-failure',
  },
})
