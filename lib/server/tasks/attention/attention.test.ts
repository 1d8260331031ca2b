import { describe, expect, it } from 'vitest'
import type { Resolution } from '@/lib/shared/resolution'
import { db } from '../../db/database'
import { listAudit, taskHistory } from '../audit-trail'
import { cancelTask } from '../cancel-task'
import { deleteTask } from '../delete-task'
import { getTask } from '../get-task'
import { listAttention } from './list-attention'
import { presentAttention } from './present-attention'
import { describeQueue, resume } from '../queue-state'
import { resolveTask } from '../resolve-task'
import { restoreTask } from '../restore-task'
import { retryTask } from '../retry-task'
import { pauseQueue } from '../store/queue'
import { storeTask } from '../test-task'
import { ownDatabase } from '../test-own-database'

const person = { id: 'local' }
ownDatabase()

const unconfirmed = (more: object = {}) =>
  storeTask({ status: 'unconfirmed', errorCode: 'answer_unclear', ...more })
const lost = (more: object = {}) =>
  storeTask({ status: 'failed', errorCode: 'result_lost', upstreamTaskId: 'vendor-1', ...more })
const resolve = (id: string, resolution: Resolution) => resolveTask({ person, id, resolution })
const actionsOf = async (id: string) =>
  (await taskHistory({ person, id })).entries.map(({ action }) => action)
const everything = async () => (await listAudit({ person, limit: 100, cursor: null })).entries
const idsIn = ({ items }: Awaited<ReturnType<typeof listAttention>>) =>
  items.map(({ task }) => task.id)

describe('what needs a person', () => {
  it('is every unconfirmed task and every lost result, newest first, and nothing else', async () => {
    await storeTask({ status: 'failed', errorCode: 'generation_failed' })
    await storeTask({ status: 'succeeded' })
    const first = await unconfirmed()
    const second = await lost()
    await unconfirmed({ deletedAt: new Date() })
    const third = await unconfirmed()
    expect(idsIn(await listAttention({ person, limit: 10, cursor: null }))).toEqual([
      third,
      second,
      first,
    ])
    expect(await describeQueue('en')).toMatchObject({ unconfirmed: 2, lost: 1 })
  })

  it('comes page by page, each beginning where the one before ended', async () => {
    const ids = [await unconfirmed(), await lost(), await unconfirmed()].toReversed()
    const page = await listAttention({ person, limit: 2, cursor: null })
    expect(idsIn(page)).toEqual(ids.slice(0, 2))
    const next = await listAttention({ person, limit: 2, cursor: page.nextCursor })
    expect([idsIn(next), next.nextCursor]).toEqual([ids.slice(2), null])
  })

  it('has what the gateway last said in this attempt, not in one before', async () => {
    const said = (attempt: number, body: string) => ({
      attempt,
      body,
      kind: 'submit',
      verdict: 'unclear',
      at: new Date('2026-03-01T10:00:00Z'),
      httpStatus: 200,
    })
    const now = await unconfirmed({
      attempt: 2,
      exchanges: { create: [said(1, 'before'), said(2, '<html>first'), said(2, '<html>last')] },
    })
    const silent = await unconfirmed({ attempt: 2, exchanges: { create: [said(1, 'before')] } })
    const { items } = await listAttention({ person, limit: 10, cursor: null })
    const answers = new Map(
      items.map((item) => [item.task.id, presentAttention(item, 'en').answer?.body]),
    )
    expect(answers.get(now)).toBe('<html>last')
    expect(answers.get(silent)).toBeUndefined()
  })
})

describe('the audit trail', () => {
  it.each<[string, (id: string) => Promise<unknown>, string]>([
    ['attach', (id) => resolve(id, { action: 'attach', attempt: 1, taskId: 'v-9' }), 'unconfirmed'],
    ['resend', (id) => resolve(id, { action: 'resend', attempt: 1 }), 'unconfirmed'],
    ['dismiss', (id) => resolve(id, { action: 'dismiss', attempt: 1 }), 'unconfirmed'],
    ['cancel', (id) => cancelTask({ person, id }), 'queued'],
    ['retry', (id) => retryTask({ person, id, key: 'key-1' }), 'canceled'],
  ])('has %s', async (action, act, status) => {
    const id = await storeTask({ status })
    await act(id)
    const [entry] = (await taskHistory({ person, id })).entries
    expect(entry).toMatchObject({ action, owner: 'local', taskId: id })
  })

  it('has one entry for a double click, and none for what was refused', async () => {
    const id = await unconfirmed()
    const clicks = [1, 2, 3].map(() => resolve(id, { action: 'resend', attempt: 1 }))
    const outcomes = await Promise.allSettled(clicks)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(deleteTask({ person, id: await unconfirmed() })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await everything()).map(({ action }) => action)).toEqual(['resend'])
  })

  it('is rolled back with a decision that fails', async () => {
    await storeTask({ status: 'running', upstreamTaskId: 'taken' })
    const id = await unconfirmed()
    await expect(
      resolve(id, { action: 'attach', attempt: 1, taskId: 'taken' }),
    ).rejects.toMatchObject({ fields: [{ path: 'taskId', code: 'task_id_taken' }] })
    expect(await everything()).toEqual([])
    expect((await getTask({ person, id })).status).toBe('unconfirmed')
  })

  it('comes page by page, and tells of tasks that are in the trash or gone', async () => {
    const id = await storeTask({ status: 'succeeded' })
    await deleteTask({ person, id })
    await resolve(await unconfirmed(), { action: 'dismiss', attempt: 1 })
    const page = await listAudit({ person, limit: 1, cursor: null })
    expect(page.entries).toMatchObject([{ action: 'dismiss', task: { isDeleted: false } }])
    const next = await listAudit({ person, limit: 1, cursor: page.nextCursor })
    expect(next).toMatchObject({
      entries: [{ action: 'delete', task: { isDeleted: true } }],
      nextCursor: null,
    })
    await (await db()).task.deleteMany({ where: { id } })
    expect((await everything()).at(-1)).toMatchObject({ taskId: id, task: null })
  })
})

describe('a lost result', () => {
  it('is let go once, and is then nobody’s matter any more', async () => {
    const id = await lost()
    const clicks = [1, 2].map(() => resolve(id, { action: 'dismiss', attempt: 1 }))
    const outcomes = await Promise.allSettled(clicks)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await getTask({ person, id })).toMatchObject({
      status: 'failed',
      errorCode: 'dismissed',
    })
    expect((await describeQueue('en')).lost).toBe(0)
  })

  it('is never sent again: it was made', async () => {
    const id = await lost()
    await expect(resolve(id, { action: 'resend', attempt: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('the trash', () => {
  it('gives a task back as it was, once or twice', async () => {
    const id = await storeTask({ status: 'succeeded' })
    await deleteTask({ person, id })
    await expect(getTask({ person, id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await restoreTask({ person, id })).toMatchObject({ status: 'succeeded' })
    expect(await restoreTask({ person, id })).toMatchObject({ status: 'succeeded' })
    expect(await actionsOf(id)).toEqual(['delete', 'undelete'])
  })

  it('gives nothing back that is gone', async () => {
    await expect(restoreTask({ person, id: 'nothing' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('resuming', () => {
  it('is written down with the reason, once', async () => {
    const now = new Date('2026-03-01T10:00:00Z')
    await pauseQueue({ reason: 'no_balance', now, keyVersion: null })
    await Promise.all([resume({ person, locale: 'en' }), resume({ person, locale: 'en' })])
    await resume({ person, locale: 'en' })
    expect(await everything()).toMatchObject([
      { action: 'resume_queue', detail: { reason: 'no_balance' } },
    ])
  })
})
