import type { LaunchOptions } from '@playwright/test'

/** On linux-x64 a Chromium comes inside a package, so that no test needs an install step; elsewhere Playwright's own is used. */
export async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {}
  const { default: chromium } = await import('@sparticuz/chromium')
  return {
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
    ],
  }
}
