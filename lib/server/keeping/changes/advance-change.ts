import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import { lookAgain } from '../../tasks/cleaning/remove-strays'
import { readAction } from './read-action'
import { claimChange, doPart, nextTaskIds, type ClaimedChange } from './store/parts'
import { workOf } from './work-of'

/** A worker that is gone leaves its change to the next one after this; so does a part that broke off. */
const LEASE_MS = 30_000

/** Does the next part of a change that waits for the worker. @returns whether there was one. */
export async function advanceChanges(now = new Date()): Promise<boolean> {
  const change = await claimChange(now, new Date(now.getTime() + LEASE_MS))
  if (!change) return false
  await advance(change, now)
  return true
}

/** Does the next part of this one. */
export async function advance(change: ClaimedChange, now: Date): Promise<void> {
  const action = readAction(change.action)
  const ids = await nextTaskIds(change.id, CHANGED_AT_ONCE)
  const work = await workOf({ action, isUndo: change.undoes !== null, ids, now })
  await doPart({ change, ids, now, work })
  if (action.kind === 'purge') lookAgain()
}
