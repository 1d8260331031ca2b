import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '../env'
import { createLog } from '../log'
import { hasRoom } from '../storage/disk-room'
import { advanceTask } from '../tasks/advance-task'
import { claimDue, claimToSubmit, expireSubmitting, type Claim } from '../tasks/store/claims'
import { sweep } from '../tasks/sweep'

const log = createLog('worker')

/** Pause between two looks at the table, and between two clean-ups. */
const LOOK_EVERY_MS = 200
const SWEEP_EVERY_MS = 60_000
/** Questions and downloads under way at once in one worker. */
const ASKS_MAX = 20
const ARCHIVES_MAX = 3

type InFlight = {
  submitting: number
  running: number
  archiving: number
  promises: Set<Promise<void>>
}

/**
 * Claims and advances tasks until `stopping` is aborted; then claims nothing more, breaks off what is free to repeat, and
 * ends when the paid requests in the air are answered (or their own deadline is over).
 */
export async function runWorker(stopping: AbortSignal): Promise<void> {
  const inFlight: InFlight = { submitting: 0, running: 0, archiving: 0, promises: new Set() }
  let sweptAt = 0
  while (!stopping.aborted) {
    try {
      await claimAll(inFlight, stopping)
      if (Date.now() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = Date.now()
        await sweep(new Date())
      }
    } catch (error) {
      log.error({ err: error }, 'a look at the tasks failed; the next one follows')
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopping }).catch(ignoreAbort)
  }
  await Promise.all(inFlight.promises)
}

async function claimAll(inFlight: InFlight, stopping: AbortSignal): Promise<void> {
  const { leaseMs, gateway, diskReserveBytes } = env()
  const expired = await expireSubmitting(new Date())
  if (expired > 0) log.warn({ expired }, 'paid requests without an answer are unconfirmed now')
  const takeOver = (kind: 'submitting' | 'running' | 'archiving', claim: Claim) =>
    start({ inFlight, kind, claim, stopping })

  while (!stopping.aborted && inFlight.archiving < ARCHIVES_MAX) {
    const claim = await claimDue({ status: 'archiving', now: new Date(), leaseMs })
    if (!claim) break
    takeOver('archiving', claim)
  }
  while (!stopping.aborted && inFlight.running < ASKS_MAX) {
    const claim = await claimDue({ status: 'running', now: new Date(), leaseMs })
    if (!claim) break
    takeOver('running', claim)
  }
  // Nothing paid is sent without room to save it.
  if (!(await hasRoom({ reserveBytes: diskReserveBytes }))) return
  while (!stopping.aborted) {
    const claim = await claimToSubmit({
      now: new Date(),
      leaseMs,
      concurrency: gateway.concurrency,
    })
    if (!claim) break
    takeOver('submitting', claim)
  }
}

function start(options: {
  inFlight: InFlight
  kind: 'submitting' | 'running' | 'archiving'
  claim: Claim
  stopping: AbortSignal
}): void {
  const { inFlight, kind, claim, stopping } = options
  inFlight[kind] += 1
  const promise = advanceTask(claim, stopping)
    // The row keeps its lease: it is taken over when that ends, or becomes unconfirmed if money may be in it.
    .catch((error: unknown) => log.error({ err: error, task: claim.id }, 'a step broke off'))
    .finally(() => {
      inFlight[kind] -= 1
      inFlight.promises.delete(promise)
    })
  inFlight.promises.add(promise)
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
