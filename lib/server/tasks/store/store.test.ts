import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '../../db/database'
import { isUniqueViolation } from '../../db/driver-error'
import { testDatabase } from '../../db/test-database'
import { storeTask, testSlots } from '../test-task'
import type { Step } from '../lifecycle'
import { claimDue, claimToSubmit, expireSubmitting, releaseClaim, renewClaim } from './claims'
import { eventsAfter } from './events'
import { pauseQueue, readQueue, resumeQueue } from './queue'
import { noteSaved, rescueTask, writeStep } from './steps'
import { findSavedOutput, findTask, pageOfIds } from './tasks'

let remove: () => Promise<void>
beforeEach(async () => {
  remove = (await testDatabase()).remove
})
afterEach(() => remove())

const start = new Date('2026-02-01T00:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const submitAt = (now: Date, concurrency = 5) =>
  claimToSubmit({
    now,
    leaseMs: 1000,
    gateway: 'simulator',
    keyVersion: null,
    slots: testSlots(now, concurrency),
  })
async function statuses(): Promise<string[]> {
  return (await eventsAfter(0, 100)).map(({ status }) => status)
}

/** Tabs ask again for whatever an event names: with many tasks in flight they would do so all the time. */
describe('the events of a step', () => {
  it('say what a person sees, and not that the gateway was asked once more', async () => {
    const id = await storeTask({ status: 'running', dueAt: start, submittedAt: start })
    const step = async (ms: number, change: Partial<Step['change']>) => {
      const now = after(ms)
      const access = { gateway: 'simulator', keyVersion: null }
      const claim = await claimDue({ ...access, status: 'running', now, leaseMs: 1000 })
      if (!claim) throw new Error('nothing was due')
      await writeStep({
        claim,
        step: { change: { status: 'running', dueAt: now, ...change } },
        now,
      })
    }
    await step(1, { notDoneAt: start, upstreamStatus: 'processing' })
    expect(await statuses()).toEqual([])
    await step(2, { errorCode: 'gateway_busy' })
    await step(3, { errorCode: 'gateway_busy' })
    await step(4, { errorCode: null })
    await step(5, { status: 'archiving' })
    expect(await statuses()).toEqual(['running', 'running', 'archiving'])
    expect(await findTask(id)).toMatchObject({ status: 'archiving' })
  })
})

describe('claiming', () => {
  it('takes the oldest task that is due, once', async () => {
    const first = await storeTask()
    const second = await storeTask()
    await storeTask({ dueAt: after(60_000) })
    expect((await submitAt(start))?.id).toBe(first)
    expect((await submitAt(start))?.id).toBe(second)
    expect(await submitAt(start)).toBeNull()
    expect(await statuses()).toEqual(['submitting', 'submitting'])
  })

  it('gives a task to one of many who reach for it at once', async () => {
    await storeTask()
    const claims = await Promise.all(Array.from({ length: 20 }, () => submitAt(start)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('never has more with the gateway than the limit', async () => {
    await storeTask({ status: 'running', dueAt: after(1000), submittedAt: start })
    await Promise.all([storeTask(), storeTask(), storeTask()])
    const claims = await Promise.all(Array.from({ length: 5 }, () => submitAt(start, 2)))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('takes nothing while the queue is paused, and goes on when resumed', async () => {
    await storeTask()
    await pauseQueue({ reason: 'key_refused', now: start, keyVersion: null })
    await pauseQueue({ reason: 'no_balance', now: after(1), keyVersion: null })
    expect(await readQueue()).toMatchObject({ pausedReason: 'key_refused' })
    expect(await submitAt(start)).toBeNull()
    await resumeQueue({ reason: 'no_balance', owner: 'local', now: after(2) })
    expect(await submitAt(start), 'paused for another reason').toBeNull()
    await resumeQueue({ reason: 'key_refused', owner: 'local', now: after(3) })
    expect(await submitAt(start)).not.toBeNull()
  })

  it('never gives a task to another gateway than the one it was made for', async () => {
    await storeTask({ gateway: 'https://gateway.example' })
    await storeTask({ gateway: 'https://gateway.example', status: 'running', dueAt: start })
    expect(await submitAt(start)).toBeNull()
    const due = { status: 'running', now: start, leaseMs: 1000, keyVersion: null } as const
    expect(await claimDue({ ...due, gateway: 'simulator' })).toBeNull()
    expect(await claimDue({ ...due, gateway: 'https://gateway.example' })).not.toBeNull()
  })

  it('leaves what is in the trash alone', async () => {
    await storeTask({ deletedAt: start })
    expect(await submitAt(start)).toBeNull()
  })

  it('makes a paid request whose worker went silent unconfirmed, never queued', async () => {
    const id = await storeTask()
    await submitAt(start)
    expect(await expireSubmitting(after(999))).toBe(0)
    expect(await expireSubmitting(after(1001))).toBe(1)
    expect(await findTask(id)).toMatchObject({ status: 'unconfirmed', errorCode: 'studio_stopped' })
    expect(await submitAt(after(5000))).toBeNull()
    expect(await statuses()).toEqual(['submitting', 'unconfirmed'])
  })

  it('takes a question over when its lease has run out, not before', async () => {
    const id = await storeTask({ status: 'running', dueAt: start })
    const ask = (now: Date) =>
      claimDue({ status: 'running', now, leaseMs: 1000, gateway: 'simulator', keyVersion: null })
    const first = await ask(start)
    expect(first?.id).toBe(id)
    expect(await ask(after(500))).toBeNull()
    expect(first && (await renewClaim(first, after(3000)))).toBe(true)
    expect(await ask(after(1500))).toBeNull()
    const second = await ask(after(3001))
    expect(second?.id).toBe(id)
    expect(first && (await renewClaim(first, after(9000)))).toBe(false)
    if (second) await releaseClaim(second)
    expect(await ask(after(3002))).not.toBeNull()
  })
})

describe('writing a step', () => {
  it('is refused to whoever lost the lease, and makes no event then', async () => {
    const id = await storeTask()
    const claim = await submitAt(start)
    const stranger = { id, token: 'somebody else' }
    const links = { urls: ['https://x.example/stale.mp4'], expiresRaw: null }
    const step: Step = { change: { status: 'failed', errorCode: 'refused' }, links }
    expect(await writeStep({ claim: stranger, step, now: after(1) })).toBe(false)
    expect(await findTask(id)).toMatchObject({ status: 'submitting', outputs: [] })
    expect(claim && (await writeStep({ claim, step, now: after(2) }))).toBe(true)
    expect(await statuses()).toEqual(['submitting', 'failed'])
  })

  it('keeps links, usage and the raw answers, of the questions only the last', async () => {
    const id = await storeTask({ status: 'running' })
    const raw = { httpStatus: 200, requestId: 'r', verdict: 'x', attempt: 1 }
    for (const kind of ['submit', 'query', 'query'] as const) {
      const claim = await claimDue({
        status: 'running',
        now: start,
        leaseMs: 1000,
        gateway: 'simulator',
        keyVersion: null,
      })
      const step = {
        change: { status: 'running', usage: { seconds: 5 } },
        links: { urls: ['https://x.example/a.mp4'], expiresRaw: '1767225600' },
      } satisfies Step
      if (claim)
        await writeStep({ claim, step, now: start, exchange: { ...raw, kind, body: kind } })
    }
    const task = await findTask(id)
    expect(task?.usage).toEqual({ seconds: 5 })
    expect(task?.outputs).toMatchObject([
      { sourceUrl: 'https://x.example/a.mp4', expiresAt: new Date('2026-01-01T00:00:00Z') },
    ])
    expect(await (await db()).exchange.count({ where: { taskId: id } })).toBe(2)
  })

  it('lets a late answer rescue an unconfirmed task, unless a person has decided', async () => {
    const id = await storeTask({ status: 'unconfirmed', attempt: 2 })
    const step = { change: { status: 'running', upstreamTaskId: 't9' } } as const
    expect(await rescueTask({ id, attempt: 1, step, now: start })).toBe(false)
    expect(await rescueTask({ id, attempt: 2, step, now: start })).toBe(true)
    expect(await findTask(id)).toMatchObject({ status: 'running', upstreamTaskId: 't9' })
    expect(await rescueTask({ id, attempt: 2, step, now: start })).toBe(false)
  })

  it('refuses a task id that another row owns', async () => {
    await storeTask({ status: 'running', upstreamTaskId: 't1' })
    await storeTask()
    const claim = await submitAt(start)
    const step = { change: { status: 'running', upstreamTaskId: 't1' } } as const
    await expect(claim && writeStep({ claim, step, now: start })).rejects.toSatisfy(
      isUniqueViolation,
    )
  })
})

it('finds a clip only once it is saved, and only under its own task', async () => {
  const id = await storeTask({
    status: 'archiving',
    outputs: { create: [{ position: 0, sourceUrl: 'https://x.example' }] },
  })
  const other = await storeTask()
  const clip = { position: 0, sha256: 'ab', bytes: 5, width: 1, height: 1, durationMs: 5000 }
  expect(await findSavedOutput(id, 'ab')).toBeNull()
  const token = 'mine'
  await (await db()).task.update({ where: { id }, data: { leaseToken: token } })
  const note = (claim: { id: string; token: string }, isThere = true) =>
    noteSaved({ claim, clip, now: start, isThere: async () => isThere })
  expect(await note({ id, token: 'another' })).toBe(false)
  expect(await note({ id, token }, false)).toBe(false)
  expect(await findSavedOutput(id, 'ab')).toBeNull()
  expect(await note({ id, token })).toBe(true)
  expect(await findSavedOutput(id, 'ab')).toEqual({ bytes: 5 })
  expect(await findSavedOutput(other, 'ab')).toBeNull()
})

it('pages through the list, newest first, without the trash', async () => {
  const ids: string[] = []
  for (let index = 0; index < 5; index += 1)
    ids.unshift(await storeTask({ deletedAt: index === 2 ? start : null }))
  const visible = ids.filter((_, index) => index !== 2)
  const page = await pageOfIds(3, null)
  expect([...page, ...(await pageOfIds(3, page.at(-1) ?? null))]).toEqual(visible)
})
