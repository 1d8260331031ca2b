import { createLog } from '../log'
import { advanceTask } from '../tasks/advance-task'
import { claimTask, expireClaims, type Claim, type Work } from '../tasks/claim-task'
import { sweep } from '../tasks/cleaning/sweep'
import { contract } from '../upstream/contract'
import { runChanges } from './change-loop'
import { createNap } from './nap'
import { createPace, type Pace } from './pace'

const log = createLog('worker')

/** Longest pause between two looks at the table (a step that ends ends it too), and between two clean-ups. */
const LOOK_EVERY_MS = 200
const SWEEP_EVERY_MS = 60_000
/** Steps under way at once in one worker. What is sent is limited by the gateway's own setting, over all workers. */
const LIMITS: Record<Work, number> = { archiving: 8, running: 20, submitting: Infinity }
/** First what is nearest to its end. */
const ORDER = ['archiving', 'running', 'submitting'] as const

type InFlight = Record<Work, number> & {
  promises: Set<Promise<void>>
  onEnd: () => void
  /** Of the questions: thousands of tasks must not make a storm of them. */
  pace: Pace
}

/**
 * Claims and advances tasks until `stopping` is aborted; then claims nothing more, breaks off what is free to repeat, and
 * ends when the paid requests in the air are answered (or their own deadline is over).
 */
export async function runWorker(stopping: AbortSignal): Promise<void> {
  const nap = createNap()
  const none = { submitting: 0, running: 0, archiving: 0 }
  const inFlight: InFlight = {
    ...none,
    promises: new Set(),
    onEnd: nap.wake,
    pace: createPace(contract().questionsPerSecond),
  }
  const changing = runChanges(stopping)
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
    await nap.rest(LOOK_EVERY_MS, stopping)
  }
  await Promise.all([...inFlight.promises, changing])
}

async function claimAll(inFlight: InFlight, stopping: AbortSignal): Promise<void> {
  const expired = await expireClaims(new Date())
  if (expired > 0) log.warn({ expired }, 'paid requests without an answer are unconfirmed now')
  for (const work of ORDER) {
    while (!stopping.aborted && hasPlace(inFlight, work)) {
      const claim = await claimTask(work, new Date())
      if (!claim) break
      if (work === 'running') inFlight.pace.went()
      start({ inFlight, work, claim, stopping })
    }
  }
}

function hasPlace(inFlight: InFlight, work: Work): boolean {
  if (inFlight[work] >= LIMITS[work]) return false
  return work !== 'running' || inFlight.pace.mayGo(new Date())
}

function start(options: {
  inFlight: InFlight
  work: Work
  claim: Claim
  stopping: AbortSignal
}): void {
  const { inFlight, work, claim, stopping } = options
  inFlight[work] += 1
  const promise = advanceTask(claim, stopping)
    // The row keeps its lease: it is taken over when that ends, or becomes unconfirmed if money may be in it.
    .catch((error: unknown) => log.error({ err: error, task: claim.id }, 'a step broke off'))
    .finally(() => {
      inFlight[work] -= 1
      inFlight.promises.delete(promise)
      inFlight.onEnd()
    })
  inFlight.promises.add(promise)
}
