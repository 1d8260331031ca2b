import { createLog } from '../log'
import { advanceChanges } from '../keeping/changes/advance-change'
import { sweepKeeping } from '../keeping/sweep-keeping'
import { createNap } from './nap'

const log = createLog('worker')

/** Longest pause between two looks for a change of many clips. */
const LOOK_EVERY_MS = 300
/** The rest after a part, as a share of its time: whoever else wants to write goes first. */
const REST_SHARE = 2
const REST_LEAST_MS = 20

/** Does what people asked to be done to many clips, a part at a time, until `stopping`; a part that has begun is ended. */
export async function runChanges(stopping: AbortSignal): Promise<void> {
  const nap = createNap()
  while (!stopping.aborted) {
    const begunAt = performance.now()
    const isWorking = await advanceChanges().catch((error: unknown) => {
      log.error({ err: error }, 'a part of a change broke off; it is tried again')
      return false
    })
    const took = performance.now() - begunAt
    if (!isWorking) await sweepSafely()
    const restMs = isWorking ? Math.max(REST_LEAST_MS, took * REST_SHARE) : LOOK_EVERY_MS
    await nap.rest(restMs, stopping)
  }
}

async function sweepSafely(): Promise<void> {
  await sweepKeeping(new Date()).catch((error: unknown) =>
    log.error({ err: error }, 'old changes could not be forgotten; later again'),
  )
}
