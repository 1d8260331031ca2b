import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { testDatabase } from '../../db/test-database'
import { change, manyTasks, PERSON } from '../changes/test-change'
import { undoChange } from '../changes/undo-change'
import { changeCollection, createCollection, deleteCollection } from './change-collection'
import { presentCollection } from './present-collection'
import { getCollection, listCollections } from './read-collections'

let remove: () => Promise<void>
beforeEach(async () => {
  ;({ remove } = await testDatabase())
})
afterEach(() => remove())

const byHand = (name = 'Reel') => createCollection({ person: PERSON, name, query: null })
const order = async (id: string) => {
  const rows = await connection().rows<{ taskId: string }>(
    sql`SELECT "taskId" FROM "CollectionItem" WHERE "collectionId" = ${id} ORDER BY "position"`,
  )
  return rows.map(({ taskId }) => taskId)
}
const move = (id: string, taskId: string, before: string | null) =>
  changeCollection({ person: PERSON, id, change: { move: { taskId, before } } })

describe('one that is kept by hand', () => {
  test('takes clips at its end, in the order of the selection, each once', async () => {
    const [a = '', b = '', c = ''] = await manyTasks(3)
    const { id } = await byHand()
    await change({ kind: 'collect', collectionId: id }, [b])
    const second = await change({ kind: 'collect', collectionId: id }, [c, b, a])
    expect(await order(id)).toEqual([b, c, a])
    expect((await getCollection(PERSON, id)).count).toBe(3)
    await undoChange({ person: PERSON, id: second.id })
    expect(await order(id)).toEqual([b])
  })

  test('gives one out and takes it back at its place', async () => {
    const ids = await manyTasks(3)
    const { id } = await byHand()
    await change({ kind: 'collect', collectionId: id }, ids)
    const out = await change({ kind: 'uncollect', collectionId: id }, ids.slice(1, 2))
    expect(await order(id)).toEqual([ids[0], ids[2]])
    await undoChange({ person: PERSON, id: out.id })
    expect(await order(id)).toEqual(ids)
  })

  test('has the order that it is given, however often one is put between two', async () => {
    const [a = '', b = '', c = '', d = ''] = await manyTasks(4)
    const { id } = await byHand()
    await change({ kind: 'collect', collectionId: id }, [a, b, c, d])
    await move(id, d, a)
    expect(await order(id)).toEqual([d, a, b, c])
    await move(id, d, null)
    expect(await order(id)).toEqual([a, b, c, d])
    for (let turn = 0; turn < 15; turn += 1) {
      await move(id, c, b)
      expect(await order(id)).toEqual([a, c, b, d])
      await move(id, b, c)
      expect(await order(id)).toEqual([a, b, c, d])
    }
    await expect(move(id, a, 'none')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('has the cover that it is given, as long as that is in it', async () => {
    const ids = await manyTasks(2)
    const { id } = await byHand()
    await change({ kind: 'collect', collectionId: id }, ids)
    const [first, second = ''] = ids
    expect((await getCollection(PERSON, id)).cover?.taskId).toBe(first)
    const covered = await changeCollection({ person: PERSON, id, change: { coverTaskId: second } })
    expect(covered.cover?.taskId).toBe(second)
    expect(presentCollection(covered)).toMatchObject({
      name: 'Reel',
      count: 2,
      coverUrl: null,
      coverTaskId: second,
    })
    await change({ kind: 'delete' }, [second])
    expect(await getCollection(PERSON, id)).toMatchObject({ count: 1, cover: { taskId: first } })
  })

  test('is never filled by a query, and goes without its clips', async () => {
    const ids = await manyTasks(1)
    const { id } = await byHand()
    await change({ kind: 'collect', collectionId: id }, ids)
    const query = changeCollection({ person: PERSON, id, change: { query: 'q=x' } })
    await expect(query).rejects.toMatchObject({ code: 'conflict' })
    await deleteCollection(PERSON, id)
    expect(await listCollections(PERSON)).toEqual([])
    await expect(change({ kind: 'collect', collectionId: id }, ids)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('one that a query fills', () => {
  test('keeps the query as its address is, and takes no clip by hand', async () => {
    const smart = await createCollection({ person: PERSON, name: 'Best', query: '?rating=4&q=cat' })
    expect(smart.query).toBe('q=cat&rating=4')
    const collect = change({ kind: 'collect', collectionId: smart.id }, await manyTasks(1))
    await expect(collect).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is not made of what means nothing', async () => {
    const made = createCollection({ person: PERSON, name: 'Best', query: 'rating=9' })
    await expect(made).rejects.toMatchObject({ fields: [{ path: 'query.rating' }] })
  })
})

test('no two have one name, and none has none', async () => {
  const { id } = await byHand('Reel')
  await expect(byHand(' reel ')).rejects.toMatchObject({ fields: [{ code: 'name_taken' }] })
  await expect(byHand(' ')).rejects.toMatchObject({ fields: [{ code: 'required' }] })
  await expect(byHand('a'.repeat(101))).rejects.toMatchObject({ fields: [{ code: 'too_long' }] })
  const renamed = await changeCollection({ person: PERSON, id, change: { name: 'REEL' } })
  expect(renamed.name).toBe('REEL')
})
