// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { openBatchStore } from './batch-store'

beforeEach(() => window.sessionStorage.clear())

test('the same body keeps its key over a reload, until it is accepted', () => {
  const store = openBatchStore()
  const key = store.keyFor({ tasks: [1] })
  const reloaded = openBatchStore()
  expect(reloaded.keyFor({ tasks: [1] })).toBe(key)
  expect(reloaded.keyFor({ tasks: [2] })).not.toBe(key)
  const second = reloaded.keyFor({ tasks: [2] })
  reloaded.begin()
  expect(openBatchStore().keyFor({ tasks: [2] })).not.toBe(second)
})

test('the seeds begin where they began before the reload, and elsewhere for the next batch', () => {
  const store = openBatchStore()
  store.keep({ variations: 3 })
  const start = store.seedStart()
  const reloaded = openBatchStore()
  expect([reloaded.seedStart(), reloaded.choices()]).toEqual([start, { variations: 3 }])
  reloaded.begin()
  expect(reloaded.seedStart()).not.toBe(start)
  expect(openBatchStore().choices()).toBeUndefined()
})

test.each(['{', 'null', '{"seedStart":"1","sent":null}', '{"seedStart":1,"sent":{"content":1}}'])(
  'what another version has kept is no store: %s',
  (text) => {
    window.sessionStorage.setItem('studio.several', text)
    const store = openBatchStore()
    expect(store.choices()).toBeUndefined()
    expect(store.keyFor({ tasks: [] })).toMatch(/^[0-9a-f]{32}$/)
  },
)

test('where storage is forbidden it lives as long as the page', () => {
  const store = openBatchStore(null)
  expect(store.keyFor(1)).toBe(store.keyFor(1))
})
