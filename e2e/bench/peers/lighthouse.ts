import lighthouse from 'lighthouse'
import { chromium } from 'playwright/test'
import { launchOptions } from '../../support/browser'
import type { Scope } from '../machinery/scope'
import { freePort } from './free-port'

export type Lab = {
  /** Seconds until the largest picture or text of the first sight is there. */
  largestPaint: number
  shift: number
  /** 0 to 1. */
  accessibility: number
}

/** `devtools`: line and processor are slowed, and what is seen is measured. `simulate`: a run at full speed, and an estimate from it. */
type Throttling = 'devtools' | 'simulate'

/** A browser that Lighthouse can drive; answers the function that judges a page as on a phone in a slow network. */
export async function openLab(
  scope: Scope,
): Promise<(url: string, throttling: Throttling) => Promise<Lab>> {
  const port = await freePort()
  const options = await launchOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  })
  scope.defer(() => browser.close())
  return async (url, throttlingMethod) => {
    const run = await lighthouse(url, {
      port,
      logLevel: 'error',
      throttlingMethod,
      onlyCategories: ['performance', 'accessibility'],
    })
    const { audits, categories, runtimeError } = run?.lhr ?? {}
    if (!audits || !categories || runtimeError)
      throw new Error(`Lighthouse gave no verdict on ${url}: ${runtimeError?.message ?? ''}`)
    return {
      largestPaint: numberOf(audits['largest-contentful-paint']?.numericValue) / 1000,
      shift: numberOf(audits['cumulative-layout-shift']?.numericValue),
      accessibility: numberOf(categories.accessibility?.score),
    }
  }
}

function numberOf(value: number | null | undefined): number {
  if (typeof value !== 'number') throw new Error('Lighthouse measured nothing')
  return value
}
