import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { replaceSettings } from '../../env'
import { findTask } from '../../tasks/store/tasks'
import { storeTask } from '../../tasks/test-task'
import { dropOldChanges } from '../sweep-keeping'
import { advanceChanges } from './advance-change'
import { presentChange } from './present-change'
import { getChange, listChanges } from './read-changes'
import { stopChange } from './stop-change'
import { change, column, countRows, manyTasks, PERSON, work } from './test-change'
import { undoChange } from './undo-change'

let remove: () => Promise<void>
beforeEach(async () => {
  let folder: string
  ;({ folder, remove } = await testDatabase())
  replaceSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent', DISK_RESERVE_MB: '0' })
})
afterEach(() => remove())

const undo = async (id: string) => presentChange(await undoChange({ person: PERSON, id }))
const read = async (id: string) => presentChange(await getChange({ person: PERSON, id }))

describe('on one or a few, with the request', () => {
  test('stars, a title, notes and a heart, and back', async () => {
    const id = await storeTask({ rating: 2, title: 'before' })
    const changes = [
      await change({ kind: 'rate', rating: 5 }, [id]),
      await change({ kind: 'title', title: '  after ' }, [id]),
      await change({ kind: 'notes', notes: 'a\nb' }, [id]),
      await change({ kind: 'favorite', isFavorite: true }, [id]),
    ]
    expect(await findTask(id)).toMatchObject({
      rating: 5,
      title: 'after',
      notes: 'a\nb',
      favoriteAt: expect.any(Date),
    })
    expect(changes.map(presentChange)).toMatchObject(
      changes.map(() => ({ state: 'done', total: 1, done: 1, skipped: 0, canUndo: true })),
    )
    for (const { id: changeId } of changes) expect((await undo(changeId)).done).toBe(1)
    const before = { rating: 2, title: 'before', notes: null, favoriteAt: null }
    expect(await findTask(id)).toMatchObject(before)
    expect(await countRows('Event')).toBe(8)
  })

  test('are told to every tab', async () => {
    const id = await storeTask()
    await change({ kind: 'rate', rating: 1 }, [id])
    expect(await countRows('Event', sql`"taskId" = ${id} AND "status" = 'queued'`)).toBe(1)
  })

  test('undo leaves alone what somebody has changed since', async () => {
    const [mine = '', theirs = ''] = await manyTasks(2)
    const rated = await change({ kind: 'rate', rating: 5 }, [mine, theirs])
    await change({ kind: 'rate', rating: 1 }, [theirs])
    expect(await undo(rated.id)).toMatchObject({ total: 2, done: 1, skipped: 1, undoes: rated.id })
    expect(await column('rating', [mine, theirs])).toEqual([null, 1])
    expect((await read(rated.id)).canUndo).toBe(false)
  })

  test('once per key, and undo once', async () => {
    const ids = await manyTasks(2)
    const key = 'key-1'
    const first = await change({ kind: 'rate', rating: 3 }, ids, { key })
    await change({ kind: 'rate', rating: null }, ids)
    expect((await change({ kind: 'rate', rating: 3 }, ids, { key })).id).toBe(first.id)
    expect(await column('rating', ids)).toEqual([null, null])
    await expect(change({ kind: 'rate', rating: 4 }, ids, { key })).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    })
    expect((await undo(first.id)).id).toBe((await undo(first.id)).id)
  })

  test.each([
    [{ kind: 'title', title: 'a'.repeat(201) }, 'action.title', 'too_long'],
    [{ kind: 'notes', notes: 'a\u0000' }, 'action.notes', 'bad_character'],
    [{ kind: 'tag', add: ['ok', ' '], remove: [] }, 'action.add.1', 'required'],
    [{ kind: 'tag', add: [], remove: ['a'.repeat(51)] }, 'action.remove.0', 'too_long'],
  ] satisfies [ChangeAction, string, string][])('%o is refused', async (action, path, code) => {
    await expect(change(action, await manyTasks(1))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path, code }],
    })
  })

  test('a query with a filter that means nothing is refused by name', async () => {
    const selection = { query: 'state=done', youngest: null, except: [] }
    await expect(change({ kind: 'rate', rating: 1 }, selection)).rejects.toMatchObject({
      fields: [{ path: 'selection.query.state' }],
    })
  })
})

describe('deleting', () => {
  test('skips what is under way or waits for a word, writes each down, and is taken back', async () => {
    const able = await Promise.all(
      (['queued', 'succeeded', 'failed', 'canceled'] as const).map((status) =>
        storeTask({ status }),
      ),
    )
    const others = await Promise.all(
      (['submitting', 'running', 'archiving', 'unconfirmed'] as const).map((status) =>
        storeTask({ status }),
      ),
    )
    const deleted = await change({ kind: 'delete' }, [...able, ...others, 'gone'])
    expect(presentChange(deleted)).toMatchObject({ total: 9, done: 4, skipped: 5 })
    expect(await column('deletedAt', others)).toEqual([null, null, null, null])
    expect(await countRows('AuditEntry', sql`"action" = 'delete' AND "owner" = 'local'`)).toBe(4)
    expect(await undo(deleted.id)).toMatchObject({ total: 4, done: 4 })
    expect(await column('deletedAt', able)).toEqual([null, null, null, null])
    expect(await countRows('AuditEntry', sql`"action" = 'undelete'`)).toBe(4)
  })

  test('what was deleted again since stays deleted', async () => {
    const [id = ''] = await manyTasks(1)
    const first = await change({ kind: 'delete' }, [id], { now: new Date('2026-02-01') })
    await change({ kind: 'restore' }, [id])
    await change({ kind: 'delete' }, [id], { now: new Date('2026-02-02') })
    expect(await undo(first.id)).toMatchObject({ done: 0, skipped: 1 })
    expect(await column('deletedAt', [id])).toEqual([new Date('2026-02-02')])
  })

  test('a restored one goes back with the time that it had lain there', async () => {
    const at = new Date('2026-02-01T00:00:00.000Z')
    const id = await storeTask({ status: 'succeeded', deletedAt: at })
    const restored = await change({ kind: 'restore' }, [id])
    expect(await column('deletedAt', [id])).toEqual([null])
    await undo(restored.id)
    expect(await column('deletedAt', [id])).toEqual([at])
  })
})

describe('purging', () => {
  const confirmed = 1

  test('is the worker’s, keeps figures and nothing else, and nothing leads back', async () => {
    const id = await storeTask({
      status: 'succeeded',
      deletedAt: new Date(),
      title: 'secret',
      notes: 'secret',
      rating: 3,
      usage: '{"seconds":5}',
    })
    await change({ kind: 'title', title: 'secret' }, [id])
    const purged = await change({ kind: 'purge', confirmed }, [id])
    expect(presentChange(purged)).toMatchObject({ state: 'running', total: 1 })
    await work()
    expect(await read(purged.id)).toMatchObject({ state: 'done', done: 1, canUndo: false })
    expect(await findTask(id)).toMatchObject({
      prompt: '',
      title: null,
      notes: null,
      rating: null,
      usage: { seconds: 5 },
      purgedAt: expect.any(Date),
    })
    const left = await connection().rows(sql`
      SELECT 1 FROM "Change" WHERE "action" LIKE '%secret%'
      UNION SELECT 1 FROM "ChangeItem" WHERE "before" LIKE '%secret%'`)
    expect(left).toEqual([])
    expect(await countRows('AuditEntry', sql`"action" = 'purge'`)).toBe(1)
    await expect(undo(purged.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('never what is not in the trash, nor more than was confirmed', async () => {
    const live = await storeTask({ status: 'succeeded' })
    const trashed = [1, 2].map(() => storeTask({ status: 'succeeded', deletedAt: new Date() }))
    const ids = [live, ...(await Promise.all(trashed))]
    await expect(change({ kind: 'purge', confirmed }, ids)).rejects.toMatchObject({
      code: 'conflict',
    })
    const purged = await change({ kind: 'purge', confirmed: 2 }, ids)
    await work()
    expect(await read(purged.id)).toMatchObject({ done: 2, skipped: 1 })
    expect(await column('purgedAt', [live])).toEqual([null])
  })
})

describe('trying again', () => {
  test('makes one paid task of each that failed or was canceled, and no more than was confirmed', async () => {
    const failed = await storeTask({ status: 'failed' })
    const canceled = await storeTask({ status: 'canceled' })
    const done = await storeTask({ status: 'succeeded' })
    const ids = [failed, canceled, done]
    await expect(change({ kind: 'retry', confirmed: 1 }, ids)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await countRows('Task')).toBe(3)
    const retried = await change({ kind: 'retry', confirmed: 2 }, ids)
    expect(presentChange(retried)).toMatchObject({ done: 2, skipped: 1, canUndo: true })
    const children = await connection().rows<Record<string, unknown>>(
      sql`SELECT * FROM "Task" WHERE "parentId" IS NOT NULL ORDER BY "id"`,
    )
    expect(children).toMatchObject([
      { parentId: failed, parentWay: 'retry', status: 'queued', gateway: 'simulator' },
      { parentId: canceled, parentWay: 'retry' },
    ])
    expect(children[0]?.estimate).toContain('"credits":45')
    expect(await countRows('AuditEntry', sql`"action" = 'retry' AND "taskId" = ${failed}`)).toBe(1)
    const { inputs = [] } = (await findTask(String(children[0]?.id))) ?? {}
    expect(inputs).toHaveLength(1)
  })

  test('makes one of each when two workers do the same part, and when a third comes after', async () => {
    const ids: string[] = []
    for (let index = 0; index < CHANGED_AT_ONCE + 1; index += 1) {
      ids.push(await storeTask({ status: 'failed' }))
    }
    const all = { query: '', youngest: null, except: [] }
    const retried = await change({ kind: 'retry', confirmed: ids.length }, all)
    const now = new Date()
    // The lease of the first is over before it has done anything.
    await Promise.all([advanceChanges(now), advanceChanges(new Date(now.getTime() + 31_000))])
    await work()
    expect(await read(retried.id)).toMatchObject({ state: 'done', done: ids.length, skipped: 0 })
    const parents = await connection().rows<{ parentId: string }>(
      sql`SELECT "parentId" FROM "Task" WHERE "parentId" IS NOT NULL`,
    )
    expect(parents.map(({ parentId }) => parentId).toSorted()).toEqual(ids.toSorted())
  }, 20_000)

  test('is taken back by canceling what waits', async () => {
    const ids = [await storeTask({ status: 'failed' }), await storeTask({ status: 'failed' })]
    const retried = await change({ kind: 'retry', confirmed: 2 }, ids)
    await connection().run(
      sql`UPDATE "Task" SET "status" = 'running' WHERE "parentId" = ${ids[0] ?? ''}`,
    )
    expect(await undo(retried.id)).toMatchObject({ done: 1, skipped: 1 })
    const states = await connection().rows<{ status: string }>(
      sql`SELECT "status" FROM "Task" WHERE "parentId" IS NOT NULL ORDER BY "id"`,
    )
    expect(states.map(({ status }) => status)).toEqual(['running', 'canceled'])
  })
})

describe('on many, by the worker', () => {
  const all = { query: '', youngest: null, except: [] }

  test('a part at a time, with progress', async () => {
    const ids = await manyTasks(2 * CHANGED_AT_ONCE + 1)
    const begun = await change({ kind: 'delete' }, all)
    expect(presentChange(begun)).toMatchObject({ state: 'running', total: ids.length, done: 0 })
    expect(await column('deletedAt', ids.slice(0, 1))).toEqual([null])
    expect(await work()).toBe(3)
    expect(await read(begun.id)).toMatchObject({ state: 'done', done: ids.length, canUndo: true })
    expect(await countRows('AuditEntry')).toBe(ids.length)
    const undone = await undo(begun.id)
    expect(undone).toMatchObject({ state: 'running', total: ids.length })
    await work()
    expect(await read(undone.id)).toMatchObject({ state: 'done', done: ids.length })
    expect(new Set(await column('deletedAt', ids))).toEqual(new Set([null]))
  })

  test('goes on where a broken-off part began, once its time is over', async () => {
    const ids = await manyTasks(CHANGED_AT_ONCE + 1, { status: 'failed' })
    const begun = await change({ kind: 'delete' }, all)
    await connection().run(sql`
      CREATE TRIGGER "breaks" BEFORE INSERT ON "Event" WHEN NEW."taskId" = 'task-000193'
      BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`)
    const now = new Date()
    await expect(advanceChanges(now)).rejects.toThrow('the disk is gone')
    expect(await read(begun.id)).toMatchObject({ state: 'running', done: 0 })
    expect(await countRows('AuditEntry')).toBe(0)
    await connection().run(sql`DROP TRIGGER "breaks"`)
    expect(await advanceChanges(new Date(now.getTime() + 1_000))).toBe(false)
    expect(await work(new Date(now.getTime() + 31_000))).toBe(2)
    expect(await read(begun.id)).toMatchObject({ state: 'done', done: ids.length })
    expect(await countRows('AuditEntry')).toBe(ids.length)
  })

  test('what came after the person had looked is not meant, nor what they left out', async () => {
    const old = await manyTasks(CHANGED_AT_ONCE + 5)
    await manyTasks(3, { from: 500_000 })
    const [youngest = '', out = ''] = old
    const begun = await change({ kind: 'rate', rating: 1 }, { query: '', youngest, except: [out] })
    await manyTasks(3, { from: 100_000 })
    await work()
    expect(await read(begun.id)).toMatchObject({ total: old.length - 1, done: old.length - 1 })
    expect(await countRows('Task', sql`"rating" = 1`)).toBe(old.length - 1)
  })

  test('stops where it is, and only that is taken back', async () => {
    const ids = await manyTasks(3 * CHANGED_AT_ONCE)
    const begun = await change({ kind: 'delete' }, all)
    await advanceChanges()
    const stopped = presentChange(await stopChange({ person: PERSON, id: begun.id }))
    expect(stopped).toMatchObject({ state: 'stopped', done: CHANGED_AT_ONCE, canUndo: true })
    expect(await work()).toBe(0)
    expect(await countRows('Task', sql`"deletedAt" IS NOT NULL`)).toBe(CHANGED_AT_ONCE)
    await undo(begun.id)
    expect(new Set(await column('deletedAt', ids))).toEqual(new Set([null]))
  })

  test('undo stops one that runs', async () => {
    await manyTasks(3 * CHANGED_AT_ONCE)
    const begun = await change({ kind: 'rate', rating: 2 }, all)
    await advanceChanges()
    await undo(begun.id)
    await work()
    expect(await read(begun.id)).toMatchObject({ state: 'stopped', done: CHANGED_AT_ONCE })
    expect(await countRows('Task', sql`"rating" IS NOT NULL`)).toBe(0)
  })

  test('with the least left goes first', async () => {
    const ids = await manyTasks(3 * CHANGED_AT_ONCE)
    const large = await change({ kind: 'rate', rating: 2 }, all)
    const some = ids.slice(0, CHANGED_AT_ONCE + 1)
    const small = await change({ kind: 'favorite', isFavorite: true }, some)
    await advanceChanges()
    expect((await read(small.id)).done).toBe(CHANGED_AT_ONCE)
    expect((await read(large.id)).done).toBe(0)
  })

  test('are listed, what runs first', async () => {
    await manyTasks(CHANGED_AT_ONCE + 1)
    const large = await change({ kind: 'rate', rating: 2 }, all)
    const small = await change({ kind: 'rate', rating: 3 }, ['task-000000'])
    expect((await listChanges(PERSON)).map(({ id }) => id)).toEqual([large.id, small.id])
  })
})

test('old changes are forgotten, and what runs is not', async () => {
  const ids = await manyTasks(CHANGED_AT_ONCE + 1)
  const old = new Date('2026-01-01')
  await change({ kind: 'rate', rating: 2 }, ids.slice(0, 2), { now: old })
  await change({ kind: 'rate', rating: 3 }, { query: '', youngest: null, except: [] }, { now: old })
  await change({ kind: 'rate', rating: 4 }, ids.slice(0, 2), { now: new Date('2026-02-10') })
  await dropOldChanges(new Date('2026-02-11'))
  const left = await listChanges(PERSON)
  expect(left.map(({ total }) => total)).toEqual([CHANGED_AT_ONCE + 1, 2])
})
