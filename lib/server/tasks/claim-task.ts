import { env } from '../env'
import { hasRoom } from '../storage/disk-room'
import { hasMetDamage, watchForDamage } from './archive/damage'
import { slotsAt } from './slots-at'
import { claimDue, claimToSubmit, expireSubmitting, type Claim } from './store/claims'

export type { Claim }
/** What a task is claimed for, by the state that it is in meanwhile. */
export type Work = 'submitting' | 'running' | 'archiving'

/** Claims the next task that waits for this kind of work; null where there is none for now. */
export function claimTask(work: Work, now: Date): Promise<Claim | null> {
  return watchForDamage(() => claim(work, now))
}

async function claim(work: Work, now: Date): Promise<Claim | null> {
  const { leaseMs, gateway, diskReserveBytes } = env()
  const { name, keyVersion, keySource } = gateway
  // A key that nobody can open: the tasks wait as they are until it is typed in again.
  if (keySource === 'unreadable') return null
  const common = { now, leaseMs, gateway: name, keyVersion }
  if (work !== 'submitting') return claimDue({ ...common, status: work })
  // Nothing paid is sent without a place to note what came of it, or without room to save it.
  if (hasMetDamage()) return null
  if (!(await hasRoom({ reserveBytes: diskReserveBytes }))) return null
  return claimToSubmit({ ...common, slots: await slotsAt(now) })
}

/** Makes paid requests whose worker went silent `unconfirmed`; answers how many. */
export function expireClaims(now: Date): Promise<number> {
  return expireSubmitting(now)
}
