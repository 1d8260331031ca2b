import { storage } from '../storage/storage'
import { dropEventsBefore } from './store/events'

/** A temporary file that nobody has written to for this long belongs to nobody any more. */
const TEMPORARY_MS = 8 * 60_000
/** A tab that was away for longer loads everything anew. */
const EVENTS_MS = 24 * 3_600_000

/** Removes what broken-off work left behind. */
export async function sweep(now: Date): Promise<void> {
  await storage().sweep({ olderThanMs: TEMPORARY_MS, now })
  await dropEventsBefore(new Date(now.getTime() - EVENTS_MS))
}
