import { env } from '../env'
import { hasRoom } from '../storage/disk-room'
import { contract } from '../upstream/contract'
import { later } from './lifecycle'
import { hasMetDamage, watchForDamage } from './damage'
import { claimDue, claimToSubmit, expireSubmitting, type Claim } from './store/claims'
import type { Slots } from './store/slots'

export type { Claim }
/** What a task is claimed for, by the state that it is in meanwhile. */
export type Work = 'submitting' | 'running' | 'archiving'

/** Claims the next task that waits for this kind of work; null where there is none for now. */
export function claimTask(work: Work, now: Date): Promise<Claim | null> {
  return watchForDamage(() => claim(work, now))
}

async function claim(work: Work, now: Date): Promise<Claim | null> {
  const { leaseMs, gateway, diskReserveBytes } = env()
  const { name, keyVersion, keySource, concurrency } = gateway
  // A key that nobody can open: the tasks wait as they are until it is typed in again.
  if (keySource === 'unreadable') return null
  const common = { now, leaseMs, gateway: name, keyVersion }
  if (work !== 'submitting') return claimDue({ ...common, status: work })
  // Nothing paid is sent without a place to note what came of it, or without room to save it.
  if (hasMetDamage()) return null
  if (!(await hasRoom({ reserveBytes: diskReserveBytes }))) return null
  return claimToSubmit({ ...common, slots: slotsAt(now, concurrency) })
}

function slotsAt(now: Date, concurrency: number): Slots {
  const { placeMs, life, succeededWords } = contract()
  return {
    concurrency,
    runningSince: later(now, -placeMs),
    unconfirmedSince: later(now, -life.untilMs),
    doneWords: succeededWords,
  }
}

/** Makes paid requests whose worker went silent `unconfirmed`; answers how many. */
export function expireClaims(now: Date): Promise<number> {
  return expireSubmitting(now)
}
