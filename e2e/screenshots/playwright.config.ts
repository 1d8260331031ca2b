import { defineConfig } from 'playwright/test'
import usual from '../../playwright.config'

/** `npm run screenshots`: the pictures of the README, taken anew from the running product. */
export default defineConfig(usual, {
  testDir: '.',
  testMatch: 'take.ts',
  globalSetup: '../support/build-once.ts',
  outputDir: '../../test-results',
  timeout: 180_000,
})
