import { MILESTONES, type Milestone } from '@/lib/server/milestone'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { judge } from '../machinery/oracle/judge'
import { outcomeOf } from '../machinery/outcome'
import { shuffled, whole } from '../machinery/seeded'
import { PICTURE, SHORT_LEASE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld } from '../machinery/world'
import { PLACES } from '../milestones/places'
import { openStage, type Stage } from '../milestones/stage'
import { WAYS, type WayName } from '../milestones/ways'

type Visit = { at: Milestone; way: WayName; hit: number }
const EVERYWHERE = MILESTONES.flatMap((at) => PLACES[at].map((way) => ({ at, way })))

/** Looks at the table that a worker may take before it dies in one, where the milestone is such a look. */
const HITS_MOST = 3
/** Long enough to see that a task is sent before it goes on. */
const FIRST_QUESTION_MS = 1_500

/** The process is ended at every milestone of the product, on every way that leads there; one task after the other. */
export const f2: FaultTest = {
  id: 'F2',
  title: 'SIGKILL at every milestone: before and after each commit, socket, sync, rename',
  sizes: { short: 12, usual: 3 * EVERYWHERE.length, full: 10 * EVERYWHERE.length },
  run: visitAll,
}

async function visitAll(context: FaultContext): Promise<FaultOutcome> {
  const world = await openWorld({
    folder: context.folder,
    settings: { ...SHORT_LEASE, POLL_FIRST_MS: String(FIRST_QUESTION_MS) },
  })
  try {
    const visits = planVisits(context)
    context.plan(visits)
    const stage = await openStage(world, PICTURE)
    for (const [index, { at, way, hit }] of visits.entries()) {
      await WAYS[way](stage, at, hit)
      await goesOn(stage)
      if (index % 20 === 19) context.say(`${index + 1} of ${visits.length} kills`)
    }
    const ledgers = await settle(world, stage.programs())
    const outcome = outcomeOf(judge(ledgers), ledgers, {
      milestones: new Set(visits.map(({ at }) => at)).size,
      kills: visits.length,
    })
    return { ...outcome, broken: [...stage.broken, ...outcome.broken] }
  } finally {
    await world.end()
  }
}

/** Every place before any comes again, in another order each time. */
function planVisits({ size, random }: FaultContext): Visit[] {
  const rounds = Math.ceil(size / EVERYWHERE.length)
  return Array.from({ length: rounds }, () => shuffled(random, EVERYWHERE))
    .flat()
    .slice(0, size)
    .map((place) => ({ ...place, hit: whole(random, 1, HITS_MOST) }))
}

/** After each crash other tasks are sent as ever. */
async function goesOn(stage: Stage): Promise<void> {
  const { client } = stage.world
  const posted = ['goes on', 'and on', 'goes on again'].map((what) => client.post(stage.ask(what)))
  for (const { id } of await Promise.all(posted))
    await client.until(id, 'running', 'archiving', 'succeeded')
}
