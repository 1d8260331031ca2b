import {
  backoffMs,
  later,
  RESULT_DEADLINE_MS,
  resultLost,
  type Backoff,
  type Step,
} from '../lifecycle'

/** Downloads of one link in vain before a fresh link is asked for. Past the deadline one such round is still made. */
export const TRIES_PER_LINK = 4

/** After a download in vain: the link again, then a fresh link, and only then the admission that the result is lost. */
export function afterArchiveFailure(options: {
  tries: number
  canAskAgain: boolean
  submittedAt: Date
  now: Date
  backoff: Backoff
  /** The studio's own disk is full: the link is not to blame, so it is neither counted nor asked anew. */
  isOutOfRoom?: boolean
  /** The link will never work again: a fresh one is asked for now. */
  isLinkDead?: boolean
}): Step {
  const { canAskAgain, now, submittedAt, backoff } = options
  if (options.isOutOfRoom) {
    const dueAt = later(now, backoff.maxMs)
    return { change: { status: 'archiving', dueAt, errorCode: 'no_room' } }
  }
  const tries = options.isLinkDead ? endOfRound(options.tries) : options.tries + 1
  const isLinkWornOut = tries % TRIES_PER_LINK === 0
  const isTooLate = now.getTime() - submittedAt.getTime() >= RESULT_DEADLINE_MS
  if (isTooLate && isLinkWornOut) return resultLost(now)
  const round = Math.floor(tries / TRIES_PER_LINK)
  if (canAskAgain && isLinkWornOut) {
    // The first fresh link is asked for at once; a host that stays down is given more and more time.
    const pause = round === 1 ? 0 : backoffMs(round, backoff) * Math.min(round, 5)
    return { change: { status: 'running', dueAt: later(now, pause), tries } }
  }
  const within = backoffMs((tries % TRIES_PER_LINK) - 1, backoff)
  const dueAt = later(now, canAskAgain ? within : within * Math.min(round + 1, 5))
  return { change: { status: 'archiving', dueAt, tries, errorCode: 'clip_unreachable' } }
}

function endOfRound(tries: number): number {
  return (Math.floor(tries / TRIES_PER_LINK) + 1) * TRIES_PER_LINK
}
