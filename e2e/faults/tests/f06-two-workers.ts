import { randomUUID } from 'node:crypto'
import { taskBody } from '../machinery/client'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import type { Accepted } from '../machinery/oracle/ledgers'
import { judge } from '../machinery/oracle/judge'
import { outcomeOf } from '../machinery/outcome'
import { PICTURE } from '../machinery/settings'
import { settle } from '../machinery/settle'
import { openWorld, type World } from '../machinery/world'

const CONCURRENCY = 8
/** How long the gateway works on a task: the simulator's nine seconds or so, that much faster. */
const SPEED = 50
const LIFE_MS = 8_500 / SPEED
/** Posts under way at once. */
const CLIENTS = 8
const WORKERS = 2

/** Two workers on one SQLite file, a thousand tasks: none is sent twice, and the gateway never has more than it may. */
export const f6: FaultTest = {
  id: 'F6',
  title: 'two workers on one SQLite file',
  sizes: { short: null, usual: 1_000, full: 5_000 },
  run: share,
}

async function share(context: FaultContext): Promise<FaultOutcome> {
  const { folder, size } = context
  const world = await openWorld({
    folder,
    settings: {
      AISPHERE_CONCURRENCY: String(CONCURRENCY),
      POLL_FIRST_MS: String(LIFE_MS),
    },
    gatewaySettings: { SIMULATOR_SPEED: String(SPEED) },
  })
  try {
    const web = await world.startStudio({ WORKER: 'off' })
    const workers = Array.from({ length: WORKERS }, () => world.startWorkerAlone())
    await postAll(world, size)
    context.say(`${size} tasks are posted`)
    const ledgers = await settle(world, [...workers, web])
    const shares = workers.map((worker) => worker.log().match(/"msg":"sent"/g)?.length ?? 0)
    const mostAtOnce = mostInTheWorks(ledgers.accepted)
    const outcome = outcomeOf(judge(ledgers), ledgers, {
      workers: WORKERS,
      leastSentByOne: Math.min(...shares),
      mostAtOnce,
      allowedAtOnce: CONCURRENCY,
    })
    const broken = [
      ...(mostAtOnce > CONCURRENCY ? [`the gateway had ${mostAtOnce} tasks at once`] : []),
      ...(Math.min(...shares) === 0 ? ['one of the workers sent nothing: nothing was shared'] : []),
    ]
    return { ...outcome, broken: [...broken, ...outcome.broken] }
  } finally {
    await world.end()
  }
}

async function postAll({ client }: World, count: number): Promise<void> {
  const imageId = await client.upload(PICTURE)
  const waiting = Array.from({ length: count }, (_, index) => taskBody(imageId, `task ${index}`))
  const postOn = async (): Promise<void> => {
    for (let body = waiting.shift(); body; body = waiting.shift())
      await client.post({ key: randomUUID(), body })
  }
  await Promise.all(Array.from({ length: CLIENTS }, postOn))
}

/** The most tasks that the gateway had in the works at one moment, by its own ledger. */
function mostInTheWorks(accepted: readonly Accepted[]): number {
  const begun = accepted.map(({ at }) => at).sort((a, b) => a - b)
  const others = begun.map((at) => begun.filter((each) => each <= at && each > at - LIFE_MS).length)
  return Math.max(0, ...others)
}
