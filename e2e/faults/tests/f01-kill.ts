import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '../../support/program'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { outcomeOf } from '../machinery/outcome'
import { judge } from '../machinery/oracle/judge'
import { pick, whole } from '../machinery/seeded'
import { PICTURE, SHORT_LEASE } from '../machinery/settings'
import { settle, untilSent } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

/** Tasks posted around each kill. */
const TASKS_A_KILL = 5
/** Within this time of a round its tasks are posted, each at a moment of its own, and within the other the kill comes. */
const POSTS_MS = 3_000
const KILL_MS = 4_000
const HASTY_SHARE = 0.2

type Victim = 'web' | 'worker' | 'both'
/** Milliseconds from the round's beginning. */
type Round = {
  victim: Victim
  postsAt: number[]
  killAt: number
  /** Whether it begins while the worker still works off what was left by the kill before. */
  isHasty: boolean
}

/** SIGKILL of the front door, of the worker, or of both, at random moments in the life of a handful of tasks. */
export const f1: FaultTest = {
  id: 'F1',
  title: 'SIGKILL of web, worker, both, at random',
  sizes: { short: 6, usual: 60, full: 200 },
  run: kill,
}

async function kill(context: FaultContext): Promise<FaultOutcome> {
  const world = await openWorld({ folder: context.folder, settings: SHORT_LEASE })
  try {
    const rounds = Array.from({ length: context.size }, () => planRound(context.random))
    context.plan(rounds)
    let studio = await world.startStudio()
    let worker: number | null = null
    const imageId = await world.client.upload(PICTURE)
    const posts: Promise<unknown>[] = []
    for (const [index, round] of rounds.entries()) {
      worker = await world.processes.another('worker', worker)
      if (!round.isHasty) await untilSent(world)
      for (const [task, at] of round.postsAt.entries()) {
        const body = taskBody(imageId, `task ${task} of round ${index}`)
        posts.push(sleep(at).then(() => world.client.post({ key: randomUUID(), body })))
      }
      await sleep(round.killAt)
      studio = await killOne({ world, studio, worker, victim: round.victim })
      if (index % 10 === 9) context.say(`${index + 1} of ${rounds.length} kills`)
    }
    await Promise.all(posts)
    const ledgers = await settle(world, [studio])
    return outcomeOf(judge(ledgers), ledgers, { kills: rounds.length })
  } finally {
    await world.end()
  }
}

function planRound(random: () => number): Round {
  return {
    victim: pick(random, ['web', 'worker', 'both']),
    postsAt: Array.from({ length: TASKS_A_KILL }, () => whole(random, 0, POSTS_MS)),
    killAt: whole(random, 0, KILL_MS),
    isHasty: random() < HASTY_SHARE,
  }
}

/** Kills, and sees to it that there is a studio again: the worker alone is started again by its front door. */
async function killOne(options: {
  world: World
  studio: Program
  worker: number
  victim: Victim
}): Promise<Program> {
  const { world, studio, worker, victim } = options
  const from = Date.now()
  if (victim !== 'web') world.processes.kill(worker)
  if (victim !== 'worker') await studio.stop('SIGKILL')
  // A worker without its front door sees to the answers that it waits for: it leaves nothing in doubt.
  if (victim !== 'web') await world.noteWorkerFault(`SIGKILL of ${victim}`, from)
  return victim === 'worker' ? studio : world.startStudio()
}
