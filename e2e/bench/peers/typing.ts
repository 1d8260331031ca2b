import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright/test'
import * as z from 'zod'

/** Milliseconds from one key to the next: a fast typist. */
const BETWEEN_KEYS_MS = 40
/** What was painted sooner the browser does not list (w3.org/TR/event-timing). */
const LISTED_FROM_MS = 16

/**
 * Types behind what the prompt of a page holds, which must have references to name; answers the milliseconds from each key to the
 * paint after it, in steps of 8 as the browser tells them.
 */
export async function typeInPrompt(
  browser: Browser,
  { address, keys, typed }: { address: string; keys: readonly string[]; typed: string },
): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    const prompt = page.locator('#prompt[aria-autocomplete=list]')
    await prompt.focus()
    await page.keyboard.press('Control+End')
    await page.evaluate(listDelays)
    for (const key of keys) {
      await page.keyboard.press(key)
      await wait(BETWEEN_KEYS_MS)
    }
    const written = await prompt.inputValue()
    if (written !== typed) throw new Error(`that was not typed: ${written}`)
    return await readDelays(page, keys.length)
  } finally {
    await context.close()
  }
}

async function readDelays(page: Page, count: number): Promise<number[]> {
  const listed = z.array(z.number()).parse(await page.evaluate(() => Reflect.get(window, 'delays')))
  const unlisted = Array<number>(Math.max(0, count - listed.length)).fill(LISTED_FROM_MS)
  return [...listed, ...unlisted]
}

/** Runs in the page. */
function listDelays(): void {
  const delays: number[] = []
  Reflect.set(window, 'delays', delays)
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('keydown')) delays.push(entry.duration)
  })
  const options = { type: 'event', durationThreshold: 16 }
  observer.observe(options)
}
