import { chromium, type Browser } from 'playwright/test'
import { launchOptions } from '../../support/browser'
import type { Scope } from '../machinery/scope'

export async function openBrowser(scope: Scope): Promise<Browser> {
  const browser = await chromium.launch(await launchOptions())
  scope.defer(() => browser.close())
  return browser
}
