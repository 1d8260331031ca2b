// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { openDraftStore } from './draft-store'

function emptyStorage(): Storage {
  window.sessionStorage.clear()
  return window.sessionStorage
}

test('the same body keeps its key, across a reload and whatever the form shows meanwhile', () => {
  const storage = emptyStorage()
  const before = openDraftStore(storage)
  before.keep({ prompt: 'a' })
  const first = before.keyFor({ prompt: 'a' })
  const reloaded = openDraftStore(storage)
  expect(reloaded.values()).toEqual({ prompt: 'a' })
  reloaded.keep({ prompt: '' })
  reloaded.keep({ prompt: 'a' })
  expect(reloaded.keyFor({ prompt: 'a' })).toBe(first)
})

test('another body takes a new key, and so does the same after it was accepted', () => {
  const drafts = openDraftStore(emptyStorage())
  const first = drafts.keyFor({ prompt: 'a' })
  const second = drafts.keyFor({ prompt: 'b' })
  drafts.forgetKey()
  const third = drafts.keyFor({ prompt: 'b' })
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
})

test.each(['{"half":', '{"values":{}}', '{"values":{},"sent":{"content":"{}"}}', 'null'])(
  'what another version wrote is forgotten: %s',
  (text) => {
    const storage = emptyStorage()
    storage.setItem('studio.draft', text)
    expect(openDraftStore(storage).values()).toBeUndefined()
    expect(storage.length).toBe(0)
  },
)

test('without storage the draft lives as long as the page', () => {
  const drafts = openDraftStore(null)
  drafts.keep({ a: 1 })
  expect(drafts.values()).toEqual({ a: 1 })
  expect(drafts.keyFor({ a: 1 })).toBe(drafts.keyFor({ a: 1 }))
})
