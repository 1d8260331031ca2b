import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '../../support/program'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { judge } from '../machinery/oracle/judge'
import { outcomeOf } from '../machinery/outcome'
import { sendSignal } from '../machinery/processes'
import { pick, whole } from '../machinery/seeded'
import { PICTURE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

/** How long a client waits before its one retry where the studio does not say so. */
const RETRY_MS = 5_000
const CLIENTS = 3
/** Between two posts of a client. */
const PACE_MS = 400
/** After a restart until the next. After one of the studio each client has had its one retry by then. */
const REST_MS = {
  studio: { least: RETRY_MS + 300, most: RETRY_MS + 1_500 },
  worker: { least: 300, most: 2_500 },
}
const STOP_LIMIT_MS = 10_000

type Restart = { what: 'studio' | 'worker'; restMs: number }
type Load = { requests: number; retries: number; broken: string[] }

/** SIGTERM under load, again and again: nothing is left in doubt, and nobody has to ask more than once more. */
export const f3: FaultTest = {
  id: 'F3',
  title: 'SIGTERM of studio or worker under load, and started again',
  sizes: { short: null, usual: 20, full: 100 },
  run: restartAll,
}

async function restartAll(context: FaultContext): Promise<FaultOutcome> {
  const world = await openWorld({ folder: context.folder })
  try {
    const restarts = Array.from({ length: context.size }, () => planRestart(context.random))
    context.plan(restarts)
    let studio = await world.startStudio()
    const imageId = await world.client.upload(PICTURE)
    const over = new AbortController()
    const load: Load = { requests: 0, retries: 0, broken: [] }
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      keepAsking({ world, imageId, client, load, over: over.signal }),
    )
    const broken: string[] = []
    for (const { what, restMs } of restarts) {
      if (what === 'worker') await restartWorker(world)
      else studio = await restartStudio(world, studio, broken)
      await sleep(restMs)
    }
    over.abort()
    await Promise.all(clients)
    const ledgers = await settle(world, [studio])
    const { requests, retries } = load
    const counts = { restarts: restarts.length, requests, retries }
    // Whoever is told to stop sees to what it has begun: not one task may fail.
    const findings = judge(ledgers, { unpaid: [], leastSucceeded: 1 })
    const outcome = outcomeOf(findings, ledgers, counts)
    return { ...outcome, broken: [...broken, ...load.broken, ...outcome.broken] }
  } finally {
    await world.end()
  }
}

function planRestart(random: () => number): Restart {
  const what = pick<Restart['what']>(random, ['studio', 'studio', 'worker'])
  return { what, restMs: whole(random, REST_MS[what].least, REST_MS[what].most) }
}

/** Its front door starts it again. */
async function restartWorker({ processes }: World): Promise<void> {
  const worker = await processes.another('worker', null)
  sendSignal(worker, 'SIGTERM')
  await processes.another('worker', worker)
}

async function restartStudio(world: World, studio: Program, broken: string[]): Promise<Program> {
  const { code, ms } = await studio.stop()
  if (code !== 0) broken.push(`the studio ended with ${code}`)
  if (ms > STOP_LIMIT_MS) broken.push(`the studio took ${Math.round(ms)} ms to end`)
  return world.startStudio()
}

async function keepAsking(options: {
  world: World
  imageId: string
  client: number
  load: Load
  over: AbortSignal
}): Promise<void> {
  const { world, imageId, client, load, over } = options
  for (let count = 0; !over.aborted; count += 1) {
    const asked = {
      key: randomUUID(),
      body: taskBody(imageId, `task ${count} of client ${client}`),
    }
    load.requests += 1
    const first = await world.client.tryPost(asked)
    if (first.status !== 202) {
      load.retries += 1
      const seconds = Number(first.retryAfter)
      await sleep(seconds > 0 ? seconds * 1000 : RETRY_MS)
      const second = await world.client.tryPost(asked)
      if (second.status !== 202) load.broken.push(`one retry was not enough: ${second.why}`)
    }
    await sleep(PACE_MS)
  }
}
