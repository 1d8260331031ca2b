import { describe, expect, it } from 'vitest'
import { db } from '../../db/database'
import { createBatch } from '../batches/create-batch'
import { createTask } from '../create-task'
import { gatewayAnswers } from '../gateway-answers'
import { findTask } from '../store/tasks'
import { storeImage, storeTask } from '../test-task'
import { getFamily } from './get-family'
import { presentFamily } from './present-family'
import { ownDatabase } from '../test-own-database'

const person = { id: 'local' }
const now = new Date('2026-03-01T10:00:00Z')
let imageId: string
ownDatabase(async () => {
  imageId = await storeImage()
})

const aBody = (taskId?: string) => ({
  model: 'aisphere-v5',
  prompt: 'a cat',
  resolution: '360p',
  image: { imageId },
  ...(taskId !== undefined && { parent: { taskId, way: 'longer' } }),
})
const create = (body: unknown, key = 'key-1') => createTask({ person, key, body })
const child = (parentId: string, more: object = {}) =>
  storeTask({ parentId, parentWay: 'all', ...more })

describe('a body that names what it goes on from', () => {
  it('is stored with it, and none of it among the settings that are sent', async () => {
    const parent = await storeTask()
    const made = await create(aBody(parent))
    expect(made).toMatchObject({ parentId: parent, parentWay: 'longer' })
    expect(made).toEqual(await findTask(made.id))
    expect(JSON.stringify(made.params)).not.toContain(parent)
    expect((await findTask(parent))?.childCount).toBe(1)
    const alone = await create(aBody(), 'key-2')
    expect(alone.estimate).toEqual(made.estimate)
  })

  it('may name one in the trash, but none that was never there or is gone from it', async () => {
    const trashed = await storeTask({ deletedAt: now })
    expect((await create(aBody(trashed))).parentId).toBe(trashed)
    const purged = await storeTask({ deletedAt: now, purgedAt: now })
    for (const gone of [purged, 'nothing']) {
      await expect(create(aBody(gone), 'key-2')).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'parent.taskId', code: 'unknown_task' }],
      })
    }
    expect(await (await db()).task.count()).toBe(3)
  })

  it('is another body under the same key', async () => {
    const [one, other] = [await storeTask(), await storeTask()]
    const made = await create(aBody(one))
    expect((await create(aBody(one))).id).toBe(made.id)
    await expect(create(aBody(other))).rejects.toMatchObject({ code: 'idempotency_mismatch' })
    await expect(create(aBody())).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  })

  it('names it in a batch, too, each task its own', async () => {
    const parent = await storeTask()
    const make = (tasks: object[]) => createBatch({ person, key: 'key-1', body: { tasks } })
    await expect(make([aBody(parent), aBody('nothing')])).rejects.toMatchObject({
      fields: [{ path: 'tasks.1.parent.taskId', code: 'unknown_task' }],
    })
    const { tasks } = await make([aBody(parent), aBody()])
    expect(tasks.map(({ parentId }) => parentId)).toEqual([parent, null])
  })
})

describe('a family', () => {
  it('is the line up to the first, and what was made beside it and of it, newest first', async () => {
    const root = await storeTask()
    const parent = await child(root)
    const [elder, self, younger] = [await child(parent), await child(parent), await child(parent)]
    const [first, second] = [await child(self), await child(self)]
    await child(self, { deletedAt: now })
    const { ancestors, siblings, children } = presentFamily(
      await getFamily({ person, id: self }),
      'en',
    )
    const ids = (members: { id: string }[]) => members.map(({ id }) => id)
    expect(ids(ancestors)).toEqual([root, parent])
    expect(ids(siblings)).toEqual([younger, elder])
    expect(ids(children)).toEqual([second, first])
    expect(children[0]).toMatchObject({ way: 'all', prompt: 'a cat turns its head' })
  })

  it('keeps a line whole through the trash, and leaves out what is gone from it', async () => {
    const root = await storeTask({ deletedAt: now })
    const gone = await child(root, { deletedAt: now, purgedAt: now })
    const { ancestors } = await getFamily({ person, id: await child(await child(gone)) })
    expect(ancestors.map(({ deletedAt }) => deletedAt)).toEqual([now, null])
  })

  it('ends, also where a row is its own ancestor', async () => {
    const one = await storeTask()
    const two = await child(one)
    await (await db()).task.update({ where: { id: one }, data: { parentId: two } })
    const { ancestors } = await getFamily({ person, id: two })
    expect(ancestors.map(({ id }) => id).toSorted()).toEqual([one, two].toSorted())
  })

  it('is empty for a task that stands alone, and not found for one that is not there', async () => {
    const family = await getFamily({ person, id: await storeTask() })
    expect(family).toEqual({ ancestors: [], siblings: [], children: [] })
    await expect(getFamily({ person, id: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('tells what the gateway answered, attempt after attempt', async () => {
  const said = (attempt: number, body: string) => ({
    attempt,
    body,
    kind: 'submit',
    verdict: 'unclear',
    at: now,
    httpStatus: 200,
  })
  const id = await storeTask({ exchanges: { create: [said(1, 'before'), said(2, 'after')] } })
  const { answers } = await gatewayAnswers({ person, id })
  expect(answers.map(({ attempt, body }) => [attempt, body])).toEqual([
    [1, 'before'],
    [2, 'after'],
  ])
})
