// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { SELECTION_MAX_IDS } from '@/lib/shared/gallery/keeping-limits'
import { startTestStudio } from '../test-studio'
import { isInSelection, selectionOf, withIds, NOTHING_SELECTED } from './selected'
import {
  begin,
  clear,
  currentSelected,
  extendTo,
  forgetSelection,
  handleCardClick,
  isSelecting,
  selectAll,
  selectBeside,
  showOrder,
  toggle,
} from './selection'

const listed = ['e', 'd', 'c', 'b', 'a']
const selection = () => selectionOf(currentSelected())
const ids = () => {
  const now = selection()
  return now && 'ids' in now ? now.ids.toSorted().join('') : null
}

beforeEach(() => {
  forgetSelection()
  showOrder({ search: '', idAt: (index) => listed[index] })
})

function click(keys: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) {
  const seen = { isPrevented: false }
  const event = {
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    preventDefault: () => void (seen.isPrevented = true),
    ...keys,
  }
  return { event, seen }
}

test('one by one, and out again', () => {
  toggle('e', 0)
  toggle('c', 2)
  expect(ids()).toBe('ce')
  toggle('e', 0)
  expect(ids()).toBe('c')
  toggle('c', 2)
  expect(selection()).toBeNull()
})

test('Shift takes all between, and a second Shift begins at the same place', async () => {
  toggle('a', 4)
  toggle('d', 1)
  await extendTo('b', 3)
  expect(ids()).toBe('abcd')
  await extendTo('e', 0)
  expect(ids()).toBe('ade')
})

test('clips between that are not loaded are asked for', async () => {
  const studio = await startTestStudio({
    'GET /api/gallery/ids': () => ({ json: { ids: ['e', 'x', 'y', 'a'] } }),
  })
  showOrder({ search: 'model=m', idAt: (index) => (index === 2 ? undefined : listed[index]) })
  toggle('a', 4)
  await extendTo('e', 0)
  expect(studio.seen[0]?.path).toBe('/api/gallery/ids?model=m&first=e&last=a')
  expect(ids()).toBe('aexy')
})

test('a range that comes after the next click is not taken', async () => {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => (answer = resolve))
  await startTestStudio({
    'GET /api/gallery/ids': async () => {
      await asked
      return { json: { ids: ['e', 'x', 'a'] } }
    },
  })
  showOrder({ search: '', idAt: () => undefined })
  toggle('a', 4)
  const extending = extendTo('e', 0)
  clear()
  answer()
  await extending
  expect(selection()).toBeNull()
})

test('a range without an answer keeps its two ends', async () => {
  await startTestStudio({ 'GET /api/gallery/ids': () => null })
  showOrder({ search: '', idAt: () => undefined })
  toggle('a', 4)
  await extendTo('e', 0)
  expect(ids()).toBe('ae')
})

describe('all that match', () => {
  test('but for some, and nothing younger', () => {
    selectAll('q=cat', 100, 'm')
    toggle('c', 2)
    expect(selection()).toEqual({ query: 'q=cat', youngest: 'm', except: ['c'] })
    expect(isInSelection(currentSelected(), 'b')).toBe(true)
    expect(isInSelection(currentSelected(), 'c')).toBe(false)
    expect(isInSelection(currentSelected(), 'z')).toBe(false)
  })

  test('of one query are not those of another; clips by id stay', () => {
    selectAll('', 100, 'm')
    showOrder({ search: 'q=dog', idAt: () => undefined })
    expect(selection()).toBeNull()
    toggle('a', 4)
    showOrder({ search: '', idAt: () => undefined })
    expect(ids()).toBe('a')
  })
})

test('what a drag covers comes beside what there was, and leaves with it', () => {
  toggle('a', 4)
  const base = currentSelected()
  selectBeside(base, ['b', 'c'])
  expect(ids()).toBe('abc')
  selectBeside(base, ['b'])
  expect(ids()).toBe('ab')
})

test('no more than can be sent', () => {
  const many = Array.from({ length: SELECTION_MAX_IDS + 5 }, (_, index) => `id-${index}`)
  const selected = withIds(NOTHING_SELECTED, many, true)
  expect(selected).toMatchObject({ kind: 'ids' })
  expect(selected.kind === 'ids' && selected.ids.size).toBe(SELECTION_MAX_IDS)
})

describe('a click on a card', () => {
  test('opens it, as long as nothing is selected', () => {
    const { event, seen } = click()
    expect(handleCardClick(event, { id: 'a' }, 4)).toBe(false)
    expect(seen.isPrevented).toBe(false)
    expect(isSelecting()).toBe(false)
  })

  test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }])(
    'selects with %o',
    (key) => {
      const { event, seen } = click(key)
      expect(handleCardClick(event, { id: 'a' }, 4)).toBe(true)
      expect(seen.isPrevented).toBe(true)
      expect(ids()).toBe('a')
    },
  )

  test('selects while clips are being selected', () => {
    begin()
    expect(handleCardClick(click().event, { id: 'a' }, 4)).toBe(true)
    expect(handleCardClick(click({ shiftKey: true }).event, { id: 'c' }, 2)).toBe(true)
    expect(ids()).toBe('abc')
  })
})
