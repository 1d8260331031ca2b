import { env } from '../env'
import { epochFile, readEpochFile, writeEpochFile, type Epoch } from '../epoch-file'
import { createLog } from '../log'
import { milestone } from '../milestone'
import { newLine, readEpoch, settleEpoch } from './store/epoch'

/** What stands in the file for sure, so that most submits need not write it. */
let noted = { file: '', line: '', number: -1 }

/**
 * Before anything paid is sent: what the database counted with the claim stands outside of it, too, synced. The database
 * comes first, so a crash in between leaves it ahead, which means nothing; a database that is behind was put back.
 * Throws when it cannot be written: then nothing may be sent.
 */
export async function noteEpoch(): Promise<void> {
  const file = epochFile(env().dataDir)
  const claimed = await readEpoch()
  const isNoted = ({ line, number }: Epoch) =>
    noted.file === file && noted.line === line && noted.number >= number
  if (isNoted(claimed)) return
  // Under the lock, so that of two workers neither writes an older number over a newer one.
  await settleEpoch(new Date(), async (stored) => {
    if (isNoted(stored)) return null
    milestone('epoch.noting')
    await writeEpochFile(file, stored)
    milestone('epoch.noted')
    noted = { file, ...stored }
    return null
  })
}

/**
 * At every start: has the database been put back to where it was before something was sent? Then everything that is queued
 * or was being sent waits for a person, and so does the queue.
 * @returns how many tasks wait because of it; null where the database is the one that was used last
 */
export async function noticeOlderDatabase(now: Date): Promise<number | null> {
  const file = epochFile(env().dataDir)
  const [stored, outside] = await Promise.all([readEpoch(), readEpochFile(file)])
  if (judgeEpoch(stored, outside) === 'same') return null
  let isOlder = false
  const held = await settleEpoch(now, async (current) => {
    const seen = await readEpochFile(file)
    const judgement = judgeEpoch(current, seen)
    if (judgement === 'same') return null
    isOlder = judgement === 'older'
    const epoch = isOlder ? nextEpoch(current, seen) : firstEpoch(current, seen)
    // Before the commit: a crash in between makes the two differ, and the next start sees it all again.
    await writeEpochFile(file, epoch)
    return { epoch, holdsTasks: isOlder }
  })
  if (!isOlder) return null
  createLog('epoch').warn(
    { held },
    'an older database was put back: nothing is sent until a person says so',
  )
  return held
}

/** `first`: nothing was ever sent, so there is nothing to be older than. */
export function judgeEpoch(stored: Epoch, outside: Epoch | null): 'same' | 'first' | 'older' {
  if (stored.number === 0 && (outside?.number ?? 0) === 0) {
    return outside && stored.line !== '' && stored.line === outside.line ? 'same' : 'first'
  }
  if (!outside || stored.line !== outside.line) return 'older'
  return stored.number < outside.number ? 'older' : 'same'
}

function firstEpoch(stored: Epoch, outside: Epoch | null): Epoch {
  return { line: outside?.line || stored.line || newLine(), number: 0 }
}

/** Of a line of its own, so that the database which was there before is known for another one if it comes back. */
function nextEpoch(stored: Epoch, outside: Epoch | null): Epoch {
  return { line: newLine(), number: Math.max(stored.number, outside?.number ?? 0) + 1 }
}
