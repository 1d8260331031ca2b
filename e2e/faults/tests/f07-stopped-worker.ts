import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import type { Milestone } from '@/lib/server/milestone'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { judge } from '../machinery/oracle/judge'
import { outcomeOf } from '../machinery/outcome'
import { sendSignal } from '../machinery/processes'
import { shuffled } from '../machinery/seeded'
import { PICTURE } from '../machinery/settings'
import { settle, untilQuiet } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

const LEASE_MS = 3_000
const LEASES = 3
/** Tasks that are on their way when the worker stops, and that come while it stands still. */
const TASKS_BEFORE = 2
const TASKS_MEANWHILE = 4
const WAY_LIMIT_MS = 30_000
/** A studio that accepts nothing for so long has its database locked by the worker that stands still. */
const LOCKED_MS = 8_000
const LOCKED_TRIES = 5
/** What a worker that wakes has in its hands is written, or refused, within this time. */
const AWAKE_MS = 2_000

/** Where a worker stands still: with a paid request or its answer in its hands, with a question, with a clip. */
const PLACES: readonly Milestone[] = [
  'submit.claimed',
  'submit.sending',
  'submit.sent',
  'submit.answering',
  'submit.answered',
  'submit.writing',
  'question.claimed',
  'question.answered',
  'archive.claimed',
  'archive.received',
  'archive.probed',
  'archive.noting',
  'archive.noted',
  'archive.succeeding',
]

/** A worker stands still until its leases are long over and another one has taken its tasks on; then it wakes. */
export const f7: FaultTest = {
  id: 'F7',
  title: 'SIGSTOP of a worker for three leases, then SIGCONT',
  sizes: { short: null, usual: 10, full: 28 },
  run: standStill,
}

async function standStill(context: FaultContext): Promise<FaultOutcome> {
  const settings = { LEASE_MS: String(LEASE_MS), SUBMIT_TIMEOUT_MS: String(LEASE_MS - 500) }
  const world = await openWorld({ folder: context.folder, settings })
  try {
    const places = planPlaces(context)
    context.plan(places)
    const web = await world.startStudio({ WORKER: 'off' })
    const workers = [world.startWorker(), world.startWorker()]
    const imageId = await world.client.upload(PICTURE)
    const broken: string[] = []
    let locked = 0
    for (const [index, at] of places.entries()) {
      let end = await stopOnce({ world, at, imageId, index })
      for (let tries = 1; end === 'locked' && tries < LOCKED_TRIES; tries += 1) {
        locked += 1
        end = await stopOnce({ world, at, imageId, index })
      }
      if (end !== 'stopped') broken.push(`${at}: ${end}`)
      context.say(`${index + 1} of ${places.length}: stopped at ${at}`)
    }
    const ledgers = await settle(world, [...workers, web])
    const outcome = outcomeOf(judge(ledgers), ledgers, { stops: places.length, locked })
    return { ...outcome, broken: [...broken, ...outcome.broken] }
  } finally {
    await world.end()
  }
}

/** Each place before any comes again. */
function planPlaces({ size, random }: FaultContext): Milestone[] {
  const rounds = Math.ceil(size / PLACES.length)
  return Array.from({ length: rounds }, () => shuffled(random, PLACES))
    .flat()
    .slice(0, size)
}

async function stopOnce(options: {
  world: World
  at: Milestone
  imageId: string
  index: number
}): Promise<'stopped' | 'locked' | 'no worker came'> {
  const { world, at, imageId, index } = options
  const order = world.orders.place({ program: 'worker', at, hit: 1, signal: 'SIGSTOP' })
  const post = async (count: number, when: string) => {
    for (let task = 0; task < count; task += 1) {
      const body = taskBody(imageId, `task ${task} ${when} a worker stopped at ${at} (${index})`)
      await world.client.post({ key: randomUUID(), body })
    }
  }
  await post(TASKS_BEFORE, 'before')
  const stopped = await order.done(WAY_LIMIT_MS)
  if (!stopped) return 'no worker came'
  await world.noteWorkerFault(`SIGSTOP at ${at}`, stopped.at)
  const posted = post(TASKS_MEANWHILE, 'while')
  const isFree = await Promise.race([posted.then(() => true), sleep(LOCKED_MS, false)])
  if (!isFree) {
    // It stands still within another transaction, and everybody is told to come again (503): nothing to be seen here.
    sendSignal(stopped.pid, 'SIGCONT')
    await posted
    await untilQuiet(world)
    return 'locked'
  }
  await sleep(LEASES * LEASE_MS)
  await untilQuiet(world) // the other worker is through with all of it
  sendSignal(stopped.pid, 'SIGCONT')
  await sleep(AWAKE_MS)
  return 'stopped'
}
