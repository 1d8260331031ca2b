import { env } from '../env'
import { hasRoom } from '../storage/disk-room'
import { claimDue, claimToSubmit, expireSubmitting, type Claim } from './store/claims'

export type { Claim }
/** What a task is claimed for, by the state that it is in meanwhile. */
export type Work = 'submitting' | 'running' | 'archiving'

/** Claims the next task that waits for this kind of work; null where there is none for now. */
export async function claimTask(work: Work, now: Date): Promise<Claim | null> {
  const { leaseMs, gateway, diskReserveBytes } = env()
  if (work !== 'submitting') return claimDue({ status: work, now, leaseMs, gateway: gateway.name })
  // Nothing paid is sent without room to save it.
  if (!(await hasRoom({ reserveBytes: diskReserveBytes }))) return null
  return claimToSubmit({ now, leaseMs, gateway: gateway.name, concurrency: gateway.concurrency })
}

/** Makes paid requests whose worker went silent `unconfirmed`; answers how many. */
export function expireClaims(now: Date): Promise<number> {
  return expireSubmitting(now)
}
