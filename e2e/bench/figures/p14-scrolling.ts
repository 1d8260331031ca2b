import type { Figure, Line } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import { barePage, readPosters } from '../peers/bare-page'
import { openBrowser } from '../peers/browser'
import { watchScrolling, type Scrolled } from '../peers/scrolling'
import { seededFolder } from '../peers/seeded'
import { startStudioIn } from '../peers/studio'

const CLIPS = 100_000
/** More than the scroll comes past. */
const POSTERS = 700
/** What the gallery's rows aim for in a window of this width (globals.css). */
const ROW = 220
/** A page without a single long frame would make every other one endlessly worse. */
const longFrames = ({ longFrames }: Scrolled) => Math.max(1, longFrames)

export const p14Scrolling: Figure = {
  id: 'P14',
  title: 'Scrolling 100,000 clips',
  peer: 'a page of nothing but the same stills',
  lines: [
    {
      key: 'rate',
      what: 'frames a second while the gallery is scrolled by wheel',
      unit: '',
      bar: 0.95,
      aim: 1,
      direction: 'at-least',
    },
    {
      key: 'long',
      what: 'frames of more than 50 ms',
      unit: '',
      bar: 1.25,
      aim: 1,
      direction: 'at-most',
    },
    {
      key: 'nodes',
      what: 'elements of the whole page at most',
      unit: '',
      bar: 600,
      aim: 600,
      direction: 'at-most',
    },
  ] satisfies Line[],
  async measure(scope) {
    const dataDir = await seededFolder(scope, CLIPS)
    const studio = await startStudioIn(scope, { WORKER: 'off' }, dataDir)
    const browser = await openBrowser(scope)
    const html = barePage(await readPosters(studio.url, POSTERS), ROW)
    const { ours, peer } = await alternate({
      ours: () =>
        watchScrolling(browser, (page) =>
          page.goto(`${studio.url}/gallery`, { waitUntil: 'networkidle' }),
        ),
      peer: () =>
        watchScrolling(browser, async (page) => {
          await page.goto(`${studio.url}/api/health/live`)
          await page.setContent(html, { waitUntil: 'networkidle' })
        }),
    })
    const rate = ({ frameRate }: Scrolled) => frameRate
    return {
      kind: 'measured',
      samples: {
        rate: { ours: ours.map(rate), peer: peer.map(rate) },
        long: { ours: ours.map(longFrames), peer: peer.map(longFrames) },
        nodes: { ours: ours.map(({ nodes }) => nodes), peer: null },
      },
    }
  },
}
