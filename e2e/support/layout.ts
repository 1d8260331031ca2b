import type { Page } from 'playwright/test'

/** CSS pixels by which the page is wider than its window. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/** What can be pressed. The link that skips to the content comes with the focus alone and has a test of its own. */
const PRESSED =
  'a[href]:not([href="#main"]), button, input, select, textarea, summary, label[for]:has(img, svg), video'

/** Everything to press whose place is smaller than so many CSS pixels either way: what it is, and how large. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ({ selector, least }) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // A radio button or switch is pressed by all of its label.
        .map((element) => (element.matches('[type=radio]') ? element.closest('label') : element))
        .filter((element) => element !== null)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // Half a pixel is the rounding of a line's height.
        .filter(({ box }) => box.width + 0.5 < least || box.height + 0.5 < least)
        .map(({ element, box: { width, height } }) => {
          const name = element.ariaLabel ?? element.textContent.trim().slice(0, 40)
          return `${element.localName} "${name}": ${width.toFixed(1)} × ${height.toFixed(1)}`
        }),
    { selector: PRESSED, least },
  )
}

/** Watches every page that is opened from now on; answers how far what was seen has moved by itself (cumulative layout shift). */
export async function watchShift(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Reflect.set(window, 'shift', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(
          window,
          'shift',
          Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')),
        )
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => Number(Reflect.get(window, 'shift')))
}
