import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '../../support/program'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { outcomeOf } from '../machinery/outcome'
import { judge } from '../machinery/oracle/judge'
import { isAlive, sendSignal } from '../machinery/processes'
import { pick, whole } from '../machinery/seeded'
import { PICTURE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

/** Tasks posted around each kill. */
const TASKS_A_KILL = 5
/** A task lives about this long here: the kill falls somewhere into it. */
const LIFE_MS = 1_200

type Victim = 'web' | 'worker' | 'both'
type Round = { victim: Victim; afterMs: number }

/** SIGKILL of the front door, of the worker, or of both, at random moments in the life of a handful of tasks. */
export const f1: FaultTest = {
  id: 'F1',
  title: 'SIGKILL of web, worker, both, at random',
  sizes: { short: 6, usual: 60, full: 200 },
  run: kill,
}

async function kill(context: FaultContext): Promise<FaultOutcome> {
  const world = await openWorld({ folder: context.folder })
  try {
    const rounds = Array.from({ length: context.size }, () => planRound(context.random))
    context.plan(rounds)
    let studio = await world.startStudio()
    const imageId = await world.client.upload(PICTURE)
    const posts: Promise<unknown>[] = []
    for (const [index, round] of rounds.entries()) {
      const worker = await world.processes.another('worker', null)
      for (let task = 0; task < TASKS_A_KILL; task += 1) {
        const body = taskBody(imageId, `task ${task} of round ${index}`)
        posts.push(world.client.post({ key: randomUUID(), body }))
      }
      await sleep(round.afterMs)
      studio = await killOne({ world, studio, worker, victim: round.victim })
      if (index % 10 === 9) context.say(`${index + 1} of ${rounds.length} kills`)
    }
    await Promise.all(posts)
    const ledgers = await settle(world, studio)
    return outcomeOf(judge(ledgers), ledgers, { kills: rounds.length })
  } finally {
    await world.end()
  }
}

function planRound(random: () => number): Round {
  return {
    victim: pick(random, ['web', 'worker', 'both']),
    afterMs: whole(random, 0, LIFE_MS),
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
  const leavesDoubt = victim !== 'web'
  await world.faults.during({ what: `SIGKILL of ${victim}`, leavesDoubt }, async () => {
    if (victim !== 'web') sendSignal(worker, 'SIGKILL')
    if (victim !== 'worker') await studio.stop('SIGKILL')
    while (victim !== 'web' && isAlive(worker)) await sleep(1)
  })
  return victim === 'worker' ? studio : world.startStudio()
}
