import { describe, expect, it } from 'vitest'
import { parseContract } from '../upstream/contract'
import {
  afterArchiveFailure,
  afterQuery,
  afterSubmit,
  backoffMs,
  questionDelayMs,
  RESULT_DEADLINE_MS,
  TRIES_PER_LINK,
} from './lifecycle'

const now = new Date('2026-01-01T00:00:00Z')
const { schedule } = parseContract()
const ago = (ms: number) => new Date(now.getTime() - ms)
const result = { taskId: 't1', word: 'queued', urls: [], usage: null, expiresRaw: null }
const submitStep = (verdict: Parameters<typeof afterSubmit>[0]['verdict'], tries = 0) =>
  afterSubmit({ verdict, tries, now, firstQuestionMs: 8000 })

describe('afterSubmit', () => {
  it('links an accepted task and asks after the first wait', () => {
    expect(submitStep({ kind: 'accepted', result })).toEqual({
      unclear: 'reset',
      change: expect.objectContaining({
        status: 'running',
        upstreamTaskId: 't1',
        submittedAt: now,
        dueAt: new Date(now.getTime() + 8000),
      }),
    })
  })

  it('goes straight to archiving when the clip is there already', () => {
    const done = { ...result, urls: ['https://x.example/a.mp4'] }
    expect(submitStep({ kind: 'accepted', result: done })).toMatchObject({
      change: { status: 'archiving' },
      links: { urls: done.urls },
    })
  })

  it('waits longer each time when nothing was delivered, and says so', () => {
    const verdict = { kind: 'wait', reason: 'not_delivered', delayMs: null } as const
    const waits = [0, 1, 2, 9].map((tries) => submitStep(verdict, tries).change)
    expect(waits.map(({ dueAt }) => (dueAt?.getTime() ?? 0) - now.getTime())).toEqual([
      2000, 4000, 8000, 60_000,
    ])
    expect(waits[0]).toMatchObject({ status: 'queued', errorCode: 'gateway_unreachable', tries: 1 })
  })

  it('waits at least as long as the gateway asks', () => {
    const step = submitStep({ kind: 'wait', reason: 'rate', delayMs: 100_000 })
    expect(step.change).toMatchObject({
      status: 'queued',
      dueAt: new Date(now.getTime() + 100_000),
      errorCode: 'gateway_busy',
    })
  })

  it('puts the task back and pauses the queue on a refused key', () => {
    expect(submitStep({ kind: 'pause', reason: 'key_refused' })).toMatchObject({
      change: { status: 'queued' },
      pause: 'key_refused',
    })
  })

  it('never puts an unclear answer back into the queue', () => {
    const step = submitStep({ kind: 'unclear', code: 'answer_missing' })
    expect(step).toEqual({
      change: { status: 'unconfirmed', errorCode: 'answer_missing', submittedAt: now },
      unclear: 'count',
    })
  })
})

describe('afterQuery', () => {
  const ask = (verdict: Parameters<typeof afterQuery>[0]['verdict'], ageMs: number) =>
    afterQuery({ verdict, submittedAt: ago(ageMs), now, schedule })

  it('asks by the schedule while it runs', () => {
    const verdict = { kind: 'running', word: 'processing', isKnownWord: true } as const
    const delays = [10_000, 4 * 60_000, 40 * 60_000].map(
      (age) => (ask(verdict, age).change.dueAt?.getTime() ?? 0) - now.getTime(),
    )
    expect(delays).toEqual([6000, 12_000, 300_000])
  })

  it('gives a task up after a day, but only when the gateway itself says that there is nothing yet', () => {
    const running = { kind: 'running', word: 'processing', isKnownWord: true } as const
    expect(ask(running, RESULT_DEADLINE_MS).change).toMatchObject({
      status: 'failed',
      errorCode: 'result_lost',
    })
    expect(ask({ kind: 'unknown' }, RESULT_DEADLINE_MS).change.status).toBe('failed')
    const unheard = [
      { kind: 'later', delayMs: null },
      { kind: 'pause', reason: 'key_refused' },
    ] as const
    for (const verdict of unheard)
      expect(ask(verdict, 3 * RESULT_DEADLINE_MS).change.status).toBe('running')
    const done = { ...result, urls: ['https://x.example/a.mp4'] }
    expect(ask({ kind: 'succeeded', result: done }, RESULT_DEADLINE_MS).change.status).toBe(
      'archiving',
    )
  })

  it('keeps asking while the key is refused', () => {
    expect(ask({ kind: 'pause', reason: 'key_refused' }, 10_000)).toMatchObject({
      change: { status: 'running' },
      pause: 'key_refused',
    })
  })
})

describe('afterArchiveFailure', () => {
  const fail = (tries: number, options: Partial<Parameters<typeof afterArchiveFailure>[0]> = {}) =>
    afterArchiveFailure({ tries, canAskAgain: true, submittedAt: ago(60_000), now, ...options })
      .change

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
})

it('backs off to a minute and no further', () => {
  expect([0, 3, 50].map(backoffMs)).toEqual([2000, 16_000, 60_000])
})

it('asks at the last pace when the schedule has run out', () => {
  expect(questionDelayMs(48 * 3_600_000, schedule)).toBe(300_000)
})
