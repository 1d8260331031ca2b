// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { openDraftStore } from './draft-store'

function emptyStorage(): Storage {
  window.sessionStorage.clear()
  return window.sessionStorage
}

test('the same content keeps its key, across a reload too', () => {
  const storage = emptyStorage()
  const first = openDraftStore(storage).keep({ prompt: 'a' }, { prompt: 'a' })
  const reloaded = openDraftStore(storage)
  expect(reloaded.values()).toEqual({ prompt: 'a' })
  expect(reloaded.keep({ prompt: 'a' }, { prompt: 'a' })).toBe(first)
})

test('other content takes a new key, and so does the same after it was accepted', () => {
  const drafts = openDraftStore(emptyStorage())
  const first = drafts.keep({}, { prompt: 'a' })
  const second = drafts.keep({}, { prompt: 'b' })
  drafts.renewKey()
  const third = drafts.keep({}, { prompt: 'b' })
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
})

test('what another version wrote is forgotten', () => {
  const storage = emptyStorage()
  storage.setItem('studio.draft', '{"half":')
  expect(openDraftStore(storage).values()).toBeUndefined()
  expect(storage.length).toBe(0)
})

test('without storage the draft lives as long as the page', () => {
  const drafts = openDraftStore(null)
  expect(drafts.keep({ a: 1 }, { a: 1 })).toBe(drafts.keep({ a: 1 }, { a: 1 }))
})
