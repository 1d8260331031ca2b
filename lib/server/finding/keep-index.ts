import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../log'
import { fillSome, mendSome } from './store/mend-index'
import { liveTable } from './table/live-table'

const log = createLog('finding')
const LOOK_EVERY_MS = 250
/** Between two parts of the work others have their turn. */
const BREATH_MS = 4

/** Keeps the index true for as long as this process lives. Answers do not wait for it: they look at what has changed themselves. */
export async function keepIndex(stopping: AbortSignal): Promise<void> {
  let isWarm = false
  while (!stopping.aborted) {
    try {
      await untilDone(fillSome, stopping)
      await untilDone(mendSome, stopping)
      // Read before somebody waits for it.
      if (!isWarm) isWarm = await liveTable().catchUp()
    } catch (error) {
      log.warn({ err: error }, 'the index was not brought up to date; the next look follows')
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopping }).catch(() => {})
  }
}

async function untilDone(step: () => Promise<boolean>, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted && (await step())) await sleep(BREATH_MS)
}

/** All of it at once, for a program that nobody waits for. */
export async function fillIndex(): Promise<void> {
  while (await fillSome());
  while (await mendSome());
}
