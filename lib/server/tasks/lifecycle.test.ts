import { describe, expect, it } from 'vitest'
import { parseContract } from '../upstream/contract'
import { afterQuery, afterSubmit, backoffMs, RESULT_DEADLINE_MS, type Step } from './lifecycle'

const now = new Date('2026-01-01T00:00:00Z')
const { backoff } = parseContract()
const ago = (ms: number) => new Date(now.getTime() - ms)
const result = { taskId: 't1', word: 'queued', urls: [], usage: null, expiresRaw: null }
const submitStep = (verdict: Parameters<typeof afterSubmit>[0]['verdict'], tries = 0) =>
  afterSubmit({ verdict, tries, now, firstQuestionMs: 8000, backoff })

describe('afterSubmit', () => {
  it('links an accepted task and asks after the first wait', () => {
    expect(submitStep({ kind: 'accepted', result })).toEqual({
      unclear: 'reset',
      wait: { kind: 'submit', until: null },
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

  const waitMs = (step: Step) => (step.wait?.until?.getTime() ?? 0) - now.getTime()

  it('has all of us wait longer each time when nothing was delivered, and says so', () => {
    const verdict = { kind: 'wait', reason: 'not_delivered', delayMs: null } as const
    const steps = [0, 1, 2, 9].map((tries) => submitStep(verdict, tries))
    expect(steps.map(waitMs)).toEqual([2000, 4000, 8000, 60_000])
    expect(steps[0]?.change).toEqual({
      status: 'queued',
      errorCode: 'gateway_unreachable',
      tries: 1,
    })
  })

  it('waits at least as long as the gateway asks, in its place', () => {
    const step = submitStep({ kind: 'wait', reason: 'rate', delayMs: 100_000 })
    expect(step.change).toMatchObject({ status: 'queued', errorCode: 'gateway_busy' })
    expect(step.change.dueAt).toBeUndefined()
    expect(waitMs(step)).toBe(100_000)
  })

  it('ends no wait by an answer that says nothing of it', () => {
    expect(submitStep({ kind: 'unclear', code: 'answer_missing' }).wait).toBeUndefined()
    expect(submitStep({ kind: 'pause', reason: 'no_balance' }).wait).toBeUndefined()
    const refused = submitStep({ kind: 'failed', code: 'refused', detail: null })
    expect(refused.wait).toEqual({ kind: 'submit', until: null })
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
    afterQuery({
      verdict,
      submittedAt: ago(ageMs),
      notDoneAt: null,
      now,
      nextQuestionMs: (age) => age / 10,
      refusedKeyWaitMs: 60_000,
    })
  const running = { kind: 'running', word: 'processing', isKnownWord: true } as const

  it('asks when its age says so, while it runs', () => {
    const { change, wait } = ask(running, 40_000)
    expect(change).toMatchObject({ dueAt: new Date(now.getTime() + 4000) })
    expect(wait).toEqual({ kind: 'query', until: null })
  })

  it('leaves the gateway alone with all questions while it asks for that', () => {
    const until = new Date(now.getTime() + 45_000)
    const { change, wait } = ask({ kind: 'later', delayMs: 45_000 }, 10_000)
    expect(change.status).toBe('running')
    expect(wait).toEqual({ kind: 'query', until })
    expect(ask({ kind: 'later', delayMs: null }, 10_000).wait).toBeUndefined()
  })

  it('gives a task up after a day, but only when the gateway itself says that there is nothing yet', () => {
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

  it('keeps asking while the key is refused, once a minute for all tasks', () => {
    expect(ask({ kind: 'pause', reason: 'key_refused' }, 10_000)).toMatchObject({
      change: { status: 'running' },
      pause: 'key_refused',
      wait: { kind: 'query', until: new Date(now.getTime() + 60_000) },
    })
  })
})

it('backs off to a minute and no further', () => {
  expect([0, 3, 50].map((tries) => backoffMs(tries, backoff))).toEqual([2000, 16_000, 60_000])
})
