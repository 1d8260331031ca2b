import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession } from 'playwright/test'

const QUIET_MS = 3_000
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 60_000

export type FirstLoad = {
  /** Bytes of JavaScript as they came over the wire, compressed, with their headers. */
  scriptBytes: number
  /** Cumulative layout shift (web.dev/articles/cls): the largest burst, not the sum. */
  shift: number
}

/** Opens a page in a browser that has seen nothing yet, and watches until three seconds pass without any traffic; no input. */
export async function watchFirstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const traffic = await watchTraffic(await context.newCDPSession(page))
    await page.addInitScript(countShifts)
    const answer = await page.goto(url)
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`)
    await untilQuiet(traffic)
    const shift = await page.evaluate(() => Number(Reflect.get(window, 'shift')))
    return { scriptBytes: traffic.scriptBytes, shift }
  } finally {
    await context.close()
  }
}

type Traffic = { scriptBytes: number; lastAt: number }

async function watchTraffic(session: CDPSession): Promise<Traffic> {
  const traffic: Traffic = { scriptBytes: 0, lastAt: performance.now() }
  const scripts = new Set<string>()
  const note = () => void (traffic.lastAt = performance.now())
  session.on('Network.requestWillBeSent', note)
  session.on('Network.dataReceived', note)
  session.on('Network.responseReceived', ({ requestId, response }) => {
    note()
    // By what it is, not by who asked: a script that is only fetched ahead is asked for too.
    if (response.mimeType.endsWith('javascript')) scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    note()
    if (scripts.has(requestId)) traffic.scriptBytes += encodedDataLength
  })
  await session.send('Network.enable')
  return traffic
}

async function untilQuiet(traffic: Traffic): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() - traffic.lastAt < QUIET_MS) {
    if (performance.now() > giveUpAt) throw new Error('the page never falls quiet')
    await wait(LOOK_EVERY_MS)
  }
}

/** Runs in the page. Shifts within a second of each other, and five seconds in all, are one burst. */
function countShifts(): void {
  Reflect.set(window, 'shift', 0)
  let burst = 0
  let startedAt = -Infinity
  let lastAt = -Infinity
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const isSame = entry.startTime - lastAt < 1_000 && entry.startTime - startedAt < 5_000
      if (!isSame) {
        burst = 0
        startedAt = entry.startTime
      }
      burst += Number(Reflect.get(entry, 'value'))
      lastAt = entry.startTime
      Reflect.set(window, 'shift', Math.max(Number(Reflect.get(window, 'shift')), burst))
    }
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}
