import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '@/lib/shared/errors'
import { connection } from '../db/database'
import { openConnection } from '../db/connection'
import { sql } from '../db/sql'
import { testDatabase } from '../db/test-database'
import { galleryShape } from './ask-gallery'
import { fillIndex } from './keep-index'
import { listFound } from './list-found'
import { taskSearch } from './search'
import { selectIds } from './select-ids'
import { fillSome, mendSome } from './store/mend-index'
import { prepareIndex } from './store/schema'
import { forgetTable } from './table/live-table'
import { change, collect, put, putClip, putCollection, queryOf, tag, untag } from './test-gallery'

const person = { id: 'local' }
let remove: () => Promise<void>
let folder: string
beforeEach(async () => {
  const made = await testDatabase()
  remove = made.remove
  folder = made.folder
  forgetTable()
  await prepareIndex()
  await fillIndex()
})
afterEach(() => remove())

const found = async (overrides: Parameters<typeof queryOf>[0]) =>
  (await taskSearch().pageOf(queryOf(overrides), { limit: 100, cursor: null })).ids
const words = (text: string) => found({ words: text })

describe('words', () => {
  it('are found in prompt, negative prompt, title and notes', async () => {
    const params = { duration: 5, resolution: '540p', negativePrompt: 'watermark' }
    const id = await put({ prompt: 'A Fox', params, title: 'Épreuve', notes: '后半段更好' })
    await put()
    for (const text of ['fox', 'water', 'epreu', '半段', '段', '后半段更好', 'fox 更好'])
      expect(await words(text), text).toEqual([id])
    for (const text of ['ox', '段半', 'fox cat']) expect(await words(text), text).toEqual([])
  })

  it('that have nothing to look for leave the gallery as it is', async () => {
    const id = await put()
    expect(await words('…')).toEqual([id])
  })

  it('are found as they are now, before the index knows and after', async () => {
    const id = await put({ prompt: 'a fox' })
    expect(await words('fox')).toEqual([id])
    await fillIndex()
    expect(await words('fox')).toEqual([id])
    await change(id, { prompt: 'a wolf' })
    expect([await words('fox'), await words('wolf')]).toEqual([[], [id]])
    await fillIndex()
    expect([await words('fox'), await words('wolf')]).toEqual([[], [id]])
  })
})

describe('what changes', () => {
  it('in tags, collections, clips and families is found at once', async () => {
    const [one, two] = [await put(), await put()]
    await putCollection('c')
    expect(await found({ tags: ['t'] })).toEqual([])
    await tag(one, 't')
    await collect('c', two, 1)
    await putClip(one, { width: 1080, height: 1920, durationMs: 5000 })
    expect(await found({ tags: ['t'] })).toEqual([one])
    expect(await found({ collection: 'c' })).toEqual([two])
    expect(await found({ sort: 'longest' })).toEqual([one, two])
    const child = await put({ parentId: two, parentWay: 'seed' })
    expect(await found({ isRemixed: true })).toEqual([two])
    await change(child, { deletedAt: new Date() })
    expect(await found({ isRemixed: true })).toEqual([])
    await untag(one, 't')
    expect(await found({ tags: ['t'] })).toEqual([])
  })

  it('goes with a tag or a collection that is removed', async () => {
    const id = await put()
    await putCollection('c')
    await tag(id, 't')
    await collect('c', id, 1)
    await fillIndex()
    await connection().run(sql`DELETE FROM "Tag" WHERE "id" = 't'`)
    await connection().run(sql`DELETE FROM "Collection" WHERE "id" = 'c'`)
    expect([await found({ tags: ['t'] }), await found({ collection: 'c' })]).toEqual([[], []])
  })

  it('in another process is found too', async () => {
    const id = await put({ prompt: 'a fox' })
    await fillIndex()
    expect(await words('wolf')).toEqual([])
    const other = openConnection(`file:${folder}/studio.db`)
    await other.run(sql`UPDATE "Task" SET "prompt" = 'a wolf' WHERE "id" = ${id}`)
    expect(await words('wolf')).toEqual([id])
    // And taken into the index there.
    await other.run(sql`UPDATE "Task" SET "prompt" = 'a bear', "rating" = 5 WHERE "id" = ${id}`)
    other.close()
    while (await mendSome());
    expect([await words('bear'), await words('wolf')]).toEqual([[id], []])
    expect(await found({ rating: 5 })).toEqual([id])
  })

  it('to a retry is no remix', async () => {
    const parent = await put({ status: 'failed' })
    await put({ parentId: parent, parentWay: 'retry' })
    expect(await found({ isRemixed: true })).toEqual([])
  })
})

it('the trash is apart, and what was emptied from it is nowhere', async () => {
  const [here, trash] = [await put(), await put({ deletedAt: new Date() })]
  await put({ deletedAt: new Date(), purgedAt: new Date() })
  expect([await found({}), await found({ isTrash: true })]).toEqual([[here], [trash]])
})

it('sound is either kind of it', async () => {
  const base = { duration: 5, resolution: '540p' }
  const silent = await put({ params: { ...base, soundEffectSwitch: false } })
  const effect = await put({ params: { ...base, soundEffectSwitch: true } })
  const spoken = await put({ params: { ...base, generateAudioSwitch: true } })
  expect(await found({ hasSound: true })).toEqual([spoken, effect])
  expect(await found({ hasSound: false })).toEqual([silent])
})

it('days are those of the time zone', async () => {
  const late = await put({ createdAt: new Date('2026-11-25T18:00:00Z') })
  const day = { from: '2026-11-26', until: '2026-11-26' }
  expect(await found({ ...day, zone: 'Asia/Shanghai' })).toEqual([late])
  expect(await found(day)).toEqual([])
})

describe('a smart collection', () => {
  it('has what its query finds, and what is asked around it narrows that', async () => {
    const [fox, good] = [await put({ prompt: 'a fox' }), await put({ prompt: 'a fox', rating: 5 })]
    await put()
    await putCollection('s', 'q=fox&sort=rating&trash=1')
    expect(await found({ collection: 's' })).toEqual([good, fox])
    expect(await found({ collection: 's', rating: 4 })).toEqual([good])
    const counts = await taskSearch().countsOf(queryOf({ rating: 4 }))
    expect(counts.facets.collection).toEqual([{ value: 's', label: 'name s', count: 1 }])
  })

  it('may name another one, and even itself', async () => {
    const fox = await put({ prompt: 'a fox', rating: 5 })
    await put({ prompt: 'a fox' })
    await putCollection('a', 'q=fox&collection=b')
    await putCollection('b', 'rating=5')
    await putCollection('loop', 'q=fox&rating=5&collection=loop')
    expect(await found({ collection: 'a' })).toEqual([fox])
    expect(await found({ collection: 'loop' })).toEqual([fox])
  })
})

it('a collection has an order of its own', async () => {
  const [one, two, three] = [await put(), await put(), await put()]
  await putCollection('c')
  await collect('c', one, 2)
  await collect('c', three, -1)
  await collect('c', two, 3)
  const query = queryOf({ collection: 'c', sort: 'order' })
  const first = await taskSearch().pageOf(query, { limit: 1, cursor: null })
  const rest = await taskSearch().pageOf(query, { limit: 5, cursor: first.nextCursor })
  expect([first.ids, rest.ids]).toEqual([[three], [one, two]])
})

it('a cursor of another sort is refused', async () => {
  const asked = taskSearch().pageOf(queryOf({ sort: 'rating' }), { limit: 1, cursor: 'abc' })
  await expect(asked).rejects.toMatchObject({ code: 'invalid' } satisfies Partial<AppError>)
})

it('what is selected is what there was, but for what is younger and what is left out', async () => {
  const [one, two, three] = [await put(), await put(), await put()]
  const select = async (except: string[]) => {
    const ids: string[] = []
    for await (const some of selectIds({ person, query: queryOf({}), youngest: two, except }))
      ids.push(...some)
    return ids
  }
  expect(await select([])).toEqual([two, one])
  expect(await select([one])).toEqual([two])
  expect(await taskSearch().freshCount(queryOf({}), two)).toBe(1)
  expect(await taskSearch().freshCount(queryOf({ words: 'dog' }), two)).toBe(0)
  expect(await taskSearch().freshCount(queryOf({}), null)).toBe(3)
  expect(three > two).toBe(true)
})

describe('while the index is being filled', () => {
  beforeEach(async () => {
    for (let count = 0; count < 130; count += 1) await put()
    await connection().script(`DROP TRIGGER "FindTaskInsert"`)
    await prepareIndex() // anew, since something of it was missing
    forgetTable()
  })

  it('a search says so, and the gallery is there', async () => {
    expect(await fillSome()).toBe(true)
    await expect(words('cat')).rejects.toMatchObject({ code: 'index_building' })
    const query = queryOf({})
    const page = await listFound({ person, query, limit: 100, cursor: null })
    expect(page.tasks).toHaveLength(100)
    const shape = await galleryShape({ person, query })
    expect([shape.total, shape.cursors.length]).toEqual([130, 2])
    await fillIndex()
    expect(await galleryShape({ person, query })).toEqual(shape)
    expect(await words('cat')).toHaveLength(100)
  })

  it('what changes meanwhile is not lost', async () => {
    expect(await fillSome()).toBe(true)
    const fox = await put({ prompt: 'a fox' })
    await fillIndex()
    expect(await words('fox')).toEqual([fox])
  })
})
