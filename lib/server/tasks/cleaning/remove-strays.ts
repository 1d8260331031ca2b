import { lockFile } from '../../db/lock-file'
import { cleaningLock } from '../../db/lock-names'
import { env } from '../../env'
import { createLog } from '../../log'
import type { MediaKey } from '../../storage/media-key'
import { storage } from '../../storage/storage'
import { unnamedOf, whileUnnamed } from './store/named-media'

/** A file lies in its place a moment before its row names it; what has none after so long belongs to nobody. */
const STRAY_MS = 8 * 60_000
/** At a time, so that nobody waits long for the database's lock. */
const FILES_AT_A_TIME = 20
/** A folder that has just changed may change again without another time. */
const SETTLED_MS = 10_000

/** Folders in which every file had a row, by the time of their last change: nothing came to be looked at since. */
const seen = new Map<string, number>()

/** After rows went: the files that they named have to be looked at again. */
export function lookAgain(): void {
  seen.clear()
}

/**
 * Removes clips and pictures that no row names. Each is looked at twice, the second time under the lock that a row would need,
 * and by its age: it may be on its way to a row, or be stored anew at this very moment. Rests while a backup is made.
 * @returns how many files are gone.
 */
export async function removeStrays(now: Date): Promise<number> {
  const lock = await lockFile(cleaningLock(env().dataDir), 'alone')
  if (!lock) return 0
  try {
    let removed = 0
    for (const { name, changedAt } of await storage().shards()) {
      const changed = changedAt.getTime()
      if (seen.get(name) === changed) continue
      const unnamed = await unnamedOf(await storage().keysIn(name))
      if (unnamed.length > 0) removed += await removeUnnamed(unnamed, now)
      else if (now.getTime() - changed > SETTLED_MS) seen.set(name, changed)
    }
    if (removed > 0) createLog('tasks').info({ removed }, 'files that no task needs are removed')
    return removed
  } finally {
    await lock.release()
  }
}

async function removeUnnamed(keys: readonly MediaKey[], now: Date): Promise<number> {
  let removed = 0
  for (let at = 0; at < keys.length; at += FILES_AT_A_TIME) {
    removed += await whileUnnamed(keys.slice(at, at + FILES_AT_A_TIME), (key) =>
      storage().removeOld(key, { olderThanMs: STRAY_MS, now }),
    )
  }
  return removed
}
