import { describe, expect, it } from 'vitest'
import { parseContract } from '../../upstream/contract'
import { afterArchiveFailure, TRIES_PER_LINK } from './after-archive-failure'
import { RESULT_DEADLINE_MS } from '../lifecycle'

const now = new Date('2026-01-01T00:00:00Z')
const { backoff } = parseContract()
const ago = (ms: number) => new Date(now.getTime() - ms)

describe('afterArchiveFailure', () => {
  const fail = (tries: number, options: Partial<Parameters<typeof afterArchiveFailure>[0]> = {}) =>
    afterArchiveFailure({
      tries,
      canAskAgain: true,
      submittedAt: ago(60_000),
      now,
      backoff,
      ...options,
    }).change

  it('tries the same link again, then asks for a fresh one', () => {
    expect(fail(0)).toMatchObject({ status: 'archiving', tries: 1, errorCode: 'clip_unreachable' })
    expect(fail(TRIES_PER_LINK - 1)).toMatchObject({
      status: 'running',
      dueAt: now,
      tries: TRIES_PER_LINK,
    })
  })

  it('keeps trying for a day however often it fails, with and without a way to ask again', () => {
    expect(fail(399)).toMatchObject({ status: 'running' })
    expect(fail(399, { canAskAgain: false })).toMatchObject({ status: 'archiving' })
  })

  it('gives a host that stays down more and more time', () => {
    const waits = [3, 7, 39].map((tries) => (fail(tries).dueAt?.getTime() ?? 0) - now.getTime())
    expect(waits).toEqual([0, 16_000, 300_000])
  })

  it('admits that the result is lost after a day, and not before one whole round', () => {
    const late = { submittedAt: ago(RESULT_DEADLINE_MS) }
    expect(fail(0, late)).toMatchObject({ status: 'archiving' })
    expect(fail(TRIES_PER_LINK - 1, late)).toMatchObject({
      status: 'failed',
      errorCode: 'result_lost',
    })
  })

  it('waits for room without counting, for as long as it takes', () => {
    const step = fail(40, {
      isOutOfRoom: true,
      submittedAt: ago(2 * RESULT_DEADLINE_MS),
    })
    expect(step).toMatchObject({ status: 'archiving', errorCode: 'no_room' })
    expect(step.tries).toBeUndefined()
  })

  it('asks for a fresh link at once where this one is dead, and counts the round', () => {
    expect(fail(0, { isLinkDead: true })).toMatchObject({ status: 'running', tries: 4, dueAt: now })
    const again = fail(5, { isLinkDead: true })
    expect(again).toMatchObject({ status: 'running', tries: 8 })
    expect(again.dueAt).toEqual(new Date(now.getTime() + 16_000))
  })
})
