import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import { ask, postTask, uploadPicture } from '../../support/api'
import type { Figure, Line } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import { percentile } from '../machinery/statistics'
import { openBrowser } from '../peers/browser'
import { startStudioIn } from '../peers/studio'

/** Changes a round, and as many new ones; each is waited for, and the next comes at no fixed distance. */
const CHANGES = 12
const ROUNDS = 5
const P95 = 0.95
const LIMITS = { unit: 'ms', bar: 500, aim: 150, direction: 'at-most' } as const

export const p08Live: Figure = {
  id: 'P8',
  title: 'From the row to the eye',
  peer: null,
  lines: [
    { key: 'changed', what: 'a task changes: asked for until seen in an open tab, p95', ...LIMITS },
    { key: 'fresh', what: 'a task is made: the same, until it is counted', ...LIMITS },
  ] satisfies Line[],
  async measure(scope) {
    const studio = await startStudioIn(scope, { WORKER: 'off' })
    const { id: imageId } = await uploadPicture(studio.url, 'coffee.png')
    const make = async () => {
      const answer = await postTask(studio.url, {
        model: 'aisphere-v5',
        prompt: 'live',
        image: { imageId },
      })
      return String((await answer.json()).id)
    }
    const browser = await openBrowser(scope)
    const rounds = await repeat(
      async () => {
        const waiting: string[] = []
        for (let count = 0; count < CHANGES; count += 1) waiting.push(await make())
        const page = await (await browser.newContext()).newPage()
        const stream = page.waitForResponse(/\/api\/events(\?|$)/)
        await page.goto(`${studio.url}/gallery`, { waitUntil: 'load' })
        await stream
        const changed: number[] = []
        const fresh: number[] = []
        for (const [index, id] of waiting.entries()) {
          await wait(300 + ((index * 37) % 100))
          const cancel = () => ask(studio.url, `/api/tasks/${id}/cancel`, { method: 'POST' })
          changed.push(await delay(page, `li[data-task="${id}"][data-status="canceled"]`, cancel))
          await wait(300 + ((index * 53) % 100))
          fresh.push(await delay(page, `[data-fresh="${index + 1}"]`, make))
        }
        await page.context().close()
        return { changed: percentile(changed, P95), fresh: percentile(fresh, P95) }
      },
      { rounds: ROUNDS },
    )
    return {
      kind: 'measured',
      samples: {
        changed: { ours: rounds.map(({ changed }) => changed), peer: null },
        fresh: { ours: rounds.map(({ fresh }) => fresh), peer: null },
      },
    }
  },
}

/** Milliseconds from before it was asked for until the frame in which it is seen; both clocks are this machine's. */
async function delay(
  page: Page,
  selector: string,
  change: () => Promise<unknown>,
): Promise<number> {
  const seen = page.evaluate(whenSeen, selector)
  await page.evaluate(() => undefined) // the page watches
  const askedAt = performance.timeOrigin + performance.now()
  await change()
  return (await seen) - askedAt
}

/** Runs in the page. */
function whenSeen(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const watch = {
      look() {
        if (document.querySelector(selector)) resolve(performance.timeOrigin + performance.now())
        else requestAnimationFrame(watch.look)
      },
    }
    watch.look()
  })
}
