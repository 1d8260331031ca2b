import { storage } from '../../storage/storage'
import { emptyTrash } from './empty-trash'
import { removeStrays } from './remove-strays'
import { applyRetention } from './retention'
import { dropEventsBefore } from '../store/events'

/** A temporary file that nobody has written to for this long belongs to nobody any more. */
const TEMPORARY_MS = 8 * 60_000
/** A tab that was away for longer loads everything anew. */
const EVENTS_MS = 24 * 3_600_000
/** What goes by days needs no look every minute. */
const BY_DAYS_EVERY_MS = 3_600_000

let agedAt: Date | undefined

/** Removes what broken-off work left behind, and what has had its time. */
export async function sweep(now: Date): Promise<void> {
  await storage().sweep({ olderThanMs: TEMPORARY_MS, now })
  await dropEventsBefore(new Date(now.getTime() - EVENTS_MS))
  if (!agedAt || now.getTime() - agedAt.getTime() >= BY_DAYS_EVERY_MS) {
    agedAt = now
    await applyRetention(now)
    await emptyTrash(now)
  }
  await removeStrays(now)
}
