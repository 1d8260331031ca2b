import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../db/test-database'
import { findTask } from '../../tasks/store/tasks'
import { change, manyTasks, PERSON } from '../changes/test-change'
import { undoChange } from '../changes/undo-change'
import { createCollection } from '../collections/change-collection'
import { getCollection } from '../collections/read-collections'
import { deleteTag, listTags, renameTag } from './change-tag'

let remove: () => Promise<void>
beforeEach(async () => {
  ;({ remove } = await testDatabase())
})
afterEach(() => remove())

const tag = (ids: string[], add: string[], remove_: string[] = []) =>
  change({ kind: 'tag', add, remove: remove_ }, ids)
const tagsOf = async (id = '') => (await findTask(id))?.tags.map(({ name }) => name)
const idOf = async (name: string) => (await listTags()).find((each) => each.name === name)?.id ?? ''

test('two spellings are one tag, as it was first written', async () => {
  const [a = '', b = ''] = await manyTasks(2)
  await tag([a], ['  Night   walk'])
  await tag([b], ['NIGHT WALK', 'night walk'])
  expect(await listTags()).toMatchObject([{ name: 'Night walk', count: 2 }])
  expect(await tagsOf(b)).toEqual(['Night walk'])
})

test('undo takes off only what was put on, and puts on what was taken off', async () => {
  const [a = '', b = ''] = await manyTasks(2)
  await tag([a], ['sea'])
  const changed = await tag([a, b], ['sea', 'sun'], ['rain'])
  const taken = await tag([a, b], [], ['sea'])
  await undoChange({ person: PERSON, id: taken.id })
  expect([await tagsOf(a), await tagsOf(b)]).toEqual([
    ['sea', 'sun'],
    ['sea', 'sun'],
  ])
  await undoChange({ person: PERSON, id: changed.id })
  expect([await tagsOf(a), await tagsOf(b)]).toEqual([['sea'], []])
})

test('the name of another tag makes one of the two, also for what smart collections ask', async () => {
  const [a = '', b = ''] = await manyTasks(2)
  await tag([a], ['sea'])
  await tag([a, b], ['ocean'])
  const [sea, ocean] = [await idOf('sea'), await idOf('ocean')]
  const { id } = await createCollection({ person: PERSON, name: 'Wet', query: `tag=${sea}&q=x` })
  expect(await renameTag({ id: sea, name: 'Ocean' })).toMatchObject({ id: ocean, count: 2 })
  expect(await listTags()).toHaveLength(1)
  expect((await getCollection(PERSON, id)).query).toBe(`q=x&tag=${ocean}`)
  expect(await renameTag({ id: ocean, name: 'Mer' })).toMatchObject({ id: ocean, name: 'Mer' })
})

test('a tag is removed from every clip, and one that no clip has any more is gone', async () => {
  const [a = '', b = ''] = await manyTasks(2)
  await tag([a, b], ['one', 'two'])
  await deleteTag(await idOf('one'))
  expect(await tagsOf(a)).toEqual(['two'])
  await tag([a, b], [], ['TWO'])
  expect(await listTags()).toEqual([])
  await expect(deleteTag('none')).rejects.toMatchObject({ code: 'not_found' })
  await expect(renameTag({ id: 'none', name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
})

test.each([
  ['', 'required'],
  ['a'.repeat(51), 'too_long'],
])('%j is no name', async (name, code) => {
  await expect(renameTag({ id: 'any', name })).rejects.toMatchObject({ fields: [{ code }] })
})
