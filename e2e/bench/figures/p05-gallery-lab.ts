import type { Figure, Line } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import { openLab } from '../peers/lighthouse'
import { seededFolder } from '../peers/seeded'
import { startStudioIn } from '../peers/studio'

const CLIPS = 2_000
/** As many as Lighthouse's own advice has it. */
const ROUNDS = 5

export const p05GalleryLab: Figure = {
  id: 'P5',
  title: 'The gallery by Lighthouse, as on a phone',
  peer: null,
  lines: [
    {
      key: 'paint',
      what: `largest contentful paint of the gallery, ${CLIPS.toLocaleString('en')} clips, median of five`,
      unit: 's',
      bar: 2,
      aim: 1.2,
      direction: 'at-most',
    },
    {
      key: 'shift',
      what: 'its cumulative layout shift',
      unit: '',
      bar: 0.02,
      aim: 0,
      direction: 'at-most',
    },
    {
      key: 'accessibility',
      what: 'its accessibility score',
      unit: '',
      bar: 1,
      aim: 1,
      direction: 'at-least',
    },
  ] satisfies Line[],
  async measure(scope) {
    const dataDir = await seededFolder(scope, CLIPS)
    const studio = await startStudioIn(scope, { WORKER: 'off' }, dataDir)
    const look = await openLab(scope)
    const rounds = await repeat(() => look(`${studio.url}/gallery`), { rounds: ROUNDS })
    const of = (pick: (lab: (typeof rounds)[number]) => number) => ({
      ours: rounds.map(pick),
      peer: null,
    })
    return {
      kind: 'measured',
      samples: {
        paint: of(({ largestPaint }) => largestPaint),
        shift: of(({ shift }) => shift),
        accessibility: of(({ accessibility }) => accessibility),
      },
    }
  },
}
