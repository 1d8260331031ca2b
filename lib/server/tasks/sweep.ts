import { storage } from '../storage/storage'
import { dropEventsBefore } from './store/events'

/** A temporary file this old belongs to no download any more: the longest one ends sooner. */
const TEMPORARY_MS = 15 * 60_000
/** A tab that was away for longer loads everything anew. */
const EVENTS_MS = 24 * 3_600_000

/** Removes what broken-off work left behind. */
export async function sweep(now: Date): Promise<void> {
  await storage().sweep({ olderThanMs: TEMPORARY_MS, now })
  await dropEventsBefore(new Date(now.getTime() - EVENTS_MS))
}
