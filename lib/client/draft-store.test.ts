import { expect, test } from 'vitest'
import { openDraftStore, type DraftStore, type TextStore } from './draft-store'

/** A browser: one memory for all, one for each tab, and a clock that goes on with every look. */
function aBrowser() {
  const local = aStore()
  const open: DraftStore[] = []
  let clock = 0
  return {
    local,
    openTab(tab = aStore()) {
      const store = openDraftStore({ local, tab, now: () => (clock += 1) })
      open.push(store)
      return { store, tab }
    },
    /** What a tab wrote is told to all others. */
    tell(writer: DraftStore) {
      for (const key of names(local)) {
        for (const store of open) {
          if (store !== writer) store.handleStorage({ key, newValue: local.getItem(key) })
        }
      }
    },
  }
}

function aStore(room = Infinity): TextStore {
  const texts = new Map<string, string>()
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      if (!texts.has(name) && texts.size >= room) throw new Error('full')
      texts.set(name, text)
    },
    removeItem: (name) => void texts.delete(name),
    key: (index) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size
    },
  }
}

const names = (store: TextStore) =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')

/** The same tab after its page was loaded anew. */
const copyOf = (tab: TextStore) => {
  const copy = aStore()
  for (const name of names(tab)) copy.setItem(name, tab.getItem(name) ?? '')
  return copy
}

test('the same body keeps its key, across a reload and whatever the form shows meanwhile', () => {
  const browser = aBrowser()
  const { store: before, tab } = browser.openTab()
  before.keep({ prompt: 'a' })
  const first = before.keyFor({ prompt: 'a' })
  const { store: reloaded } = browser.openTab(tab)
  expect(reloaded.values()).toEqual({ prompt: 'a' })
  reloaded.keep({ prompt: '' })
  reloaded.keep({ prompt: 'a' })
  expect(reloaded.keyFor({ prompt: 'a' })).toBe(first)
})

test('another body takes a new key, and so does the same after it was accepted', () => {
  const { store } = aBrowser().openTab()
  const first = store.keyFor({ prompt: 'a' })
  const second = store.keyFor({ prompt: 'b' })
  store.forgetKey()
  const third = store.keyFor({ prompt: 'b' })
  expect(new Set([first, second, third]).size).toBe(3)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
})

test('after a crash the newest draft is there, with the key of what was on its way', () => {
  const browser = aBrowser()
  browser.openTab().store.keep({ prompt: 'older' })
  const { store: lost } = browser.openTab()
  lost.keep({ prompt: 'newer' })
  const key = lost.keyFor({ prompt: 'newer' })
  const { store: after } = browser.openTab()
  expect(after.values()).toEqual({ prompt: 'newer' })
  expect(after.keyFor({ prompt: 'newer' })).toBe(key)
})

test('two tabs do not write over each other', () => {
  const browser = aBrowser()
  const one = browser.openTab()
  one.store.keep({ prompt: 'one' })
  const two = browser.openTab()
  two.store.keep({ prompt: 'two' })
  browser.tell(two.store)
  one.store.keep({ prompt: 'one and more' })
  browser.tell(one.store)
  expect(browser.openTab(one.tab).store.values()).toEqual({ prompt: 'one and more' })
  expect(browser.openTab(two.tab).store.values()).toEqual({ prompt: 'two' })
})

test('a duplicated tab goes its own way, and the original does, too', () => {
  const browser = aBrowser()
  const original = browser.openTab()
  original.store.keep({ prompt: 'both' })
  const duplicate = browser.openTab(copyOf(original.tab))
  expect(duplicate.store.values()).toEqual({ prompt: 'both' })
  duplicate.store.keep({ prompt: 'duplicate' })
  browser.tell(duplicate.store)
  original.store.keep({ prompt: 'original' })
  browser.tell(original.store)
  expect(browser.openTab(original.tab).store.values()).toEqual({ prompt: 'original' })
  expect(browser.openTab(duplicate.tab).store.values()).toEqual({ prompt: 'duplicate' })
})

test('of many drafts the newest twenty are kept', () => {
  const browser = aBrowser()
  const tabs = Array.from({ length: 25 }, (_, number) => {
    const opened = browser.openTab()
    opened.store.keep({ number })
    return opened
  })
  browser.openTab()
  expect(browser.local.length).toBe(20)
  expect(browser.openTab(tabs.at(-1)?.tab).store.values()).toEqual({ number: 24 })
})

test('where there is no more room the older drafts make it', () => {
  const local = aStore(2)
  local.setItem('another program', 'x')
  const open = (now: number) => openDraftStore({ local, tab: aStore(), now: () => now })
  open(1).keep({ prompt: 'old' })
  open(2).keep({ prompt: 'new' })
  expect(open(3).values()).toEqual({ prompt: 'new' })
  expect(local.getItem('another program')).toBe('x')
})

test.each(['{"half":', '{"values":{}}', '{"at":1,"values":{},"sent":{"content":"{}"}}', 'null'])(
  'what cannot be read is forgotten: %s',
  (text) => {
    const local = aStore()
    local.setItem('studio.draft.x', text)
    const store = openDraftStore({ local, tab: aStore(), now: () => 1 })
    expect(store.values()).toBeUndefined()
    expect(local.length).toBe(0)
  },
)

test('without storage the draft lives as long as the page', () => {
  const store = openDraftStore({ local: null, tab: null, now: () => 1 })
  store.keep({ a: 1 })
  expect(store.values()).toEqual({ a: 1 })
  expect(store.keyFor({ a: 1 })).toBe(store.keyFor({ a: 1 }))
})
