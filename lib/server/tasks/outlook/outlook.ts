import type { Outlook } from '@/lib/shared/wire'
import type { Learnt } from '../schedule/asking-times'
import { later } from '../lifecycle'
import type { WaitKind } from '../store/gateway-waits'
import type { TaskRow } from '../store/task-row'

/** What is known of the whole queue at a moment. */
export type QueueFacts = {
  now: Date
  isPaused: boolean
  waits: Record<WaitKind, Date | null>
  concurrency: number
  /** How many of ours the gateway has. */
  taken: number
}
export type OutlookRow = Pick<TaskRow, 'status' | 'dueAt' | 'submittedAt'>

/** Of a task that goes on by itself, where nobody looked further. */
export const UNKNOWN_OUTLOOK: Outlook = {
  place: null,
  nextAt: null,
  readyFrom: null,
  readyUntil: null,
  basis: 'assumption',
}

/** A turn comes a little earlier or later than the usual life says. */
const TURN_EARLY = 0.8
const TURN_LATE = 1.25

/** How a task goes on that is under way; null where nothing happens by itself. `place` is null while its batch is paused. */
export function outlookOf(
  row: OutlookRow,
  options: { place: number | null; learnt: Learnt; queue: QueueFacts },
): Outlook | null {
  const { place, learnt, queue } = options
  const known = { ...UNKNOWN_OUTLOOK, basis: learnt.isOwn ? 'history' : 'assumption' } as const
  switch (row.status) {
    case 'queued':
      return { ...known, place, ...queued(row, { place, learnt, queue }) }
    case 'submitting':
      return { ...known, ...range(queue.now, learnt.rangeAt(0)) }
    case 'running':
      return { ...known, ...running(row, learnt, queue) }
    case 'archiving':
      return { ...known, nextAt: latest(queue.now, row.dueAt).toISOString() }
    default:
      return null
  }
}

function running(row: OutlookRow, learnt: Learnt, { now, waits }: QueueFacts) {
  const sentAt = row.submittedAt ?? now
  const nextAt = latest(now, row.dueAt, waits.query).toISOString()
  return { nextAt, ...range(sentAt, learnt.rangeAt(now.getTime() - sentAt.getTime())) }
}

/** Its turn comes when those before it have had theirs, as many at once as the account has places. */
function queued(
  row: OutlookRow,
  { place, learnt, queue }: { place: number | null; learnt: Learnt; queue: QueueFacts },
): Partial<Outlook> {
  const { now, isPaused, waits, concurrency, taken } = queue
  const life = learnt.rangeAt(0)
  if (place === null || isPaused || !life) return {}
  const begin = latest(now, row.dueAt, waits.submit)
  const behind = Math.max(place - Math.max(concurrency - taken, 0), 0)
  const turnMs = (behind / concurrency) * Math.sqrt(life.fromMs * life.untilMs)
  return {
    nextAt: behind === 0 ? begin.toISOString() : null,
    ...range(begin, {
      fromMs: turnMs * TURN_EARLY + life.fromMs,
      untilMs: turnMs * TURN_LATE + life.untilMs,
    }),
  }
}

function range(since: Date, ages: { fromMs: number; untilMs: number } | null) {
  if (!ages) return {}
  return {
    readyFrom: later(since, Math.round(ages.fromMs)).toISOString(),
    readyUntil: later(since, Math.round(ages.untilMs)).toISOString(),
  }
}

function latest(...moments: (Date | null)[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)))
}
