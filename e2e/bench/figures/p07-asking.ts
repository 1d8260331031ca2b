import { studioAsker } from '../asking/askers'
import { leastProduct, LIVES } from '../asking/lives'
import { play, seeded } from '../asking/play'
import type { Figure, Samples } from '../machinery/figure'
import { ROUNDS } from '../machinery/rounds'

/** Clips that a new studio has made when it is judged, those from which it learnt included. */
const TASKS = 500

/** In time that is passed in: questions a task times the mean delay until its end was seen, from the first task on. */
export const p07Asking: Figure = {
  id: 'P7',
  title: 'Asking for results',
  peer: 'the least there can be',
  lines: LIVES.map(({ name, what }) => ({
    key: name,
    what: `questions a task × seconds until its end is seen, the first ${TASKS} clips, ${what}`,
    unit: 's',
    bar: 1.3,
    aim: 1.15,
    direction: 'at-most',
  })),
  async measure() {
    const samples: Record<string, Samples> = {}
    for (const lives of LIVES) {
      const ours = Array.from({ length: ROUNDS }, (_, round) => {
        const random = seeded(1000 * (round + 1))
        const { questions, delayMs } = play({ lives, tasks: TASKS, random, asker: studioAsker() })
        return (questions * delayMs) / 1000
      })
      samples[lives.name] = { ours, peer: ours.map(() => leastProduct(lives) / 1000) }
    }
    return { kind: 'measured', samples }
  },
}
