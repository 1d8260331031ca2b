import type { Browser, Page } from 'playwright/test'

export type Scrolled = {
  /** Frames a second that the page was given while it was scrolled. */
  frameRate: number
  /** Frames that took longer than 50 ms. */
  longFrames: number
  /** Elements of the whole page, the most there were. */
  nodes: number
}

/** Pixels a second: as a person scrolls who looks for something. */
const SPEED = 2_400
const SECONDS = 8
const LONG_MS = 50

export const SCROLLED_PIXELS = SPEED * SECONDS

/** Opens a page in a browser that has seen nothing yet and scrolls through it with a wheel, as the browser does it for a person. */
export async function watchScrolling(
  browser: Browser,
  open: (page: Page) => Promise<unknown>,
): Promise<Scrolled> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await open(page)
    const session = await context.newCDPSession(page)
    await page.evaluate(countFrames)
    await session.send('Input.synthesizeScrollGesture', {
      x: 720,
      y: 450,
      yDistance: -SCROLLED_PIXELS,
      speed: SPEED,
      gestureSourceType: 'mouse',
      preventFling: true,
    })
    const { times, nodes, top } = await page.evaluate(readFrames)
    if (top < SCROLLED_PIXELS * 0.9) throw new Error(`scrolled to ${top} of ${SCROLLED_PIXELS}`)
    return { ...judgeFrames(times), nodes }
  } finally {
    await context.close()
  }
}

function judgeFrames(times: number[]): Omit<Scrolled, 'nodes'> {
  const spans = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const seconds = spans.reduce((sum, span) => sum + span, 0) / 1000
  return {
    frameRate: spans.length / seconds,
    longFrames: spans.filter((span) => span > LONG_MS).length,
  }
}

/** Runs in the page, from the first scrolled frame on. A method, since named functions do not survive the way into the page. */
function countFrames(): void {
  const watch = {
    times: Array<number>(),
    nodes: 0,
    note(time: number) {
      if (window.scrollY > 0) watch.times.push(time)
      if (watch.times.length % 10 === 0)
        watch.nodes = Math.max(watch.nodes, document.querySelectorAll('*').length)
      requestAnimationFrame(watch.note)
    },
  }
  Reflect.set(window, 'frames', watch)
  requestAnimationFrame(watch.note)
}

type Frames = { times: number[]; nodes: number }

function readFrames(): Frames & { top: number } {
  const frames: Frames = Object(Reflect.get(window, 'frames'))
  return { times: frames.times, nodes: frames.nodes, top: window.scrollY }
}
