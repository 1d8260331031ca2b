import type { Figure, Line } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import { openBrowser } from '../peers/browser'
import { buildEmptyNext, startEmptyNext } from '../peers/empty-next'
import { watchFirstLoad } from '../peers/first-load'
import { freePort } from '../peers/free-port'
import { startStudioIn } from '../peers/studio'
import { untilReady } from '../peers/until-ready'
import { seedClips } from '../../screenshots/seed'

const AT_MOST = { unit: 'kB', direction: 'at-most' } as const

export const p04FirstLoad: Figure = {
  id: 'P4',
  title: 'JavaScript of a first visit',
  peer: 'an empty page of the same Next',
  lines: [
    {
      key: 'create',
      what: 'JavaScript asked for by the create page',
      bar: 2,
      aim: 1.6,
      ...AT_MOST,
    },
    { key: 'gallery', what: 'the same, gallery', bar: 1.7, aim: 1.4, ...AT_MOST },
  ] satisfies Line[],
  async measure(scope) {
    const browser = await openBrowser(scope)
    const studio = await startStudioIn(scope)
    const port = await freePort()
    startEmptyNext(scope, buildEmptyNext(scope), port)
    const empty = `http://localhost:${port}/`
    await untilReady(empty)
    await seedClips(studio.url)
    const load = async (url: string) => (await watchFirstLoad(browser, url)).scriptBytes / 1000
    const { ours, peer } = await alternate({
      ours: async () => ({
        create: await load(`${studio.url}/`),
        gallery: await load(`${studio.url}/gallery`),
      }),
      peer: () => load(empty),
    })
    return {
      kind: 'measured',
      samples: {
        create: { ours: ours.map(({ create }) => create), peer },
        gallery: { ours: ours.map(({ gallery }) => gallery), peer },
      },
    }
  },
}
