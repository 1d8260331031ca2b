import type { LaunchOptions } from 'playwright/test'

/** Without a UTF-8 locale Chromium on Linux cannot name a file in Chinese and saves it as "download". */
const env = { ...process.env, LANG: 'C.UTF-8' }

/** On linux-x64 a Chromium comes inside a package, so that no test needs an install step; elsewhere Playwright's own is used. */
export async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { env }
  const { default: chromium } = await import('@sparticuz/chromium')
  return {
    env,
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
    ],
  }
}
