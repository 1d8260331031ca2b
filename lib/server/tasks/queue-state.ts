import type { Locale } from '@/lib/shared/locale'
import type { QueueOnWire } from '@/lib/shared/wire'
import type { Person } from '../accounts/person'
import { env } from '../env'
import { sentence } from '../sentences'
import { hasRoom } from '../storage/disk-room'
import { countLost } from './store/attention'
import { countByStatus, readQueue, resumeQueue, resumeQueueIf } from './store/queue'

/** Whether sending goes on, why not, and how much is under way. */
export async function describeQueue(locale: Locale): Promise<QueueOnWire> {
  const [queue, counts, lost, isRoomy] = await Promise.all([
    readQueue(),
    countByStatus(),
    countLost(),
    hasRoom({ reserveBytes: env().diskReserveBytes }),
  ])
  const count = (...statuses: string[]) =>
    statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0)
  const { pausedAt } = queue
  const pausedReason = isKeyMissing() ? 'key_unreadable' : queue.pausedReason
  return {
    paused: pausedReason
      ? {
          reason: pausedReason,
          message: sentence(locale, 'pauses', pausedReason),
          since: (pausedAt ?? new Date()).toISOString(),
        }
      : null,
    diskFull: !isRoomy,
    queued: count('queued'),
    running: count('submitting', 'running', 'archiving'),
    unconfirmed: count('unconfirmed'),
    lost,
  }
}

export async function resume(options: {
  person: Person
  locale: Locale
  now?: Date
}): Promise<QueueOnWire> {
  const { person, locale, now = new Date() } = options
  const { pausedReason: reason } = await readQueue()
  if (reason) await resumeQueue({ reason, owner: person.id, now })
  return describeQueue(locale)
}

/** Goes on where only the key was the trouble; any other reason still waits for a person. */
export async function resumeAfterNewKey(): Promise<void> {
  await resumeQueueIf(['key_refused', 'key_unreadable'])
}

/** A key is stored, but nobody can open it: no task is claimed (claim-task), and resuming would not help. */
function isKeyMissing(): boolean {
  return env().gateway.keySource === 'unreadable'
}
