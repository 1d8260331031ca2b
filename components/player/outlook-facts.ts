import type { QueueOnWire, TaskOnWire } from '@/lib/shared/wire'

/** After this a clip counts as slow, and is asked for less often. */
export const SLOW_MS = 10 * 60_000

/** What a task that is under way waits for, and what is known of when. Moments are milliseconds since 1970. */
export type OutlookFacts =
  | { kind: 'paused' | 'batchPaused' | 'diskFull' | 'queued' | 'submitting' }
  | { kind: 'place'; place: number }
  | { kind: 'sendsAt'; at: number }
  | { kind: 'between'; from: number; until: number }
  | { kind: 'anyMoment' | 'usually' | 'overdue' | 'slow' }
  | { kind: 'fetching'; linkLivesMs: number | null }

/** `now` is null while nobody knows when the page is read: then nothing is said that hangs on it. */
export function readOutlook(options: {
  task: TaskOnWire
  queue: QueueOnWire | undefined
  now: number | null
}): OutlookFacts | null {
  const { task, queue, now } = options
  switch (task.status) {
    case 'queued':
      return waiting(task, queue, now)
    case 'submitting':
      return { kind: 'submitting' }
    case 'running':
      return making(task, now)
    case 'archiving': {
      const dies = moment(task.linkExpiresAt)
      return { kind: 'fetching', linkLivesMs: dies === null || now === null ? null : dies - now }
    }
    default:
      return null
  }
}

/** What holds up everybody comes first: until it is gone the rest does not matter. */
function waiting(
  { outlook, error, batchId }: TaskOnWire,
  queue: QueueOnWire | undefined,
  now: number | null,
): OutlookFacts {
  if (queue?.paused) return { kind: 'paused' }
  if (queue?.diskFull) return { kind: 'diskFull' }
  if (!outlook) return { kind: 'queued' }
  if (outlook.place === null) return { kind: batchId ? 'batchPaused' : 'queued' }
  const at = moment(outlook.nextAt)
  // Told to wait by the gateway, or by a line that is down: the error says which.
  if (error && at !== null && (now === null || at > now)) return { kind: 'sendsAt', at }
  return { kind: 'place', place: outlook.place }
}

function making({ outlook, submittedAt }: TaskOnWire, now: number | null): OutlookFacts {
  const sent = moment(submittedAt)
  if (now !== null && sent !== null && now - sent >= SLOW_MS) return { kind: 'slow' }
  const from = moment(outlook?.readyFrom ?? null)
  const until = moment(outlook?.readyUntil ?? null)
  if (outlook?.basis !== 'history' || from === null || until === null) return { kind: 'usually' }
  if (now !== null && now >= until) return { kind: 'overdue' }
  if (now !== null && now >= from) return { kind: 'anyMoment' }
  return { kind: 'between', from, until }
}

function moment(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso)
}
