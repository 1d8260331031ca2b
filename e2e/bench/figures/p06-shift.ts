import { seedClips } from '../../screenshots/seed'
import type { Figure, Line } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import { openBrowser } from '../peers/browser'
import { watchFirstLoad } from '../peers/first-load'
import { startStudioIn } from '../peers/studio'

const LIMITS = { unit: '', bar: 0.02, aim: 0, direction: 'at-most' } as const

export const p06Shift: Figure = {
  id: 'P6',
  title: 'Cumulative shift',
  peer: null,
  lines: [
    { key: 'create', what: 'cumulative layout shift of the create page', ...LIMITS },
    { key: 'gallery', what: 'the same, gallery with twelve clips', ...LIMITS },
  ] satisfies Line[],
  async measure(scope) {
    const browser = await openBrowser(scope)
    const studio = await startStudioIn(scope)
    await seedClips(studio.url)
    const rounds = await repeat(async () => ({
      create: (await watchFirstLoad(browser, `${studio.url}/`)).shift,
      gallery: (await watchFirstLoad(browser, `${studio.url}/gallery`)).shift,
    }))
    return {
      kind: 'measured',
      samples: {
        create: { ours: rounds.map(({ create }) => create), peer: null },
        gallery: { ours: rounds.map(({ gallery }) => gallery), peer: null },
      },
    }
  },
}
