// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ShortcutId } from './shortcut-list'
import { useShortcut } from './use-shortcut'

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

function Bound(props: { id: ShortcutId; onPress: () => void | boolean; isActive?: boolean }) {
  useShortcut(props.id, props.onPress, { isActive: props.isActive })
  return null
}

function bind(id: ShortcutId, more = {}) {
  const onPress = vi.fn<() => void | boolean>()
  return { onPress, ...render(<Bound id={id} onPress={onPress} {...more} />) }
}

/** Whether the key is left to the browser. */
const press = (key: string, more: KeyboardEventInit & { on?: Element } = {}) =>
  fireEvent.keyDown(more.on ?? document.body, { key, ...more })

function put(html: string): Element {
  document.body.insertAdjacentHTML('beforeend', html)
  const last = document.body.lastElementChild
  if (!last) throw new Error('nothing was put')
  return last
}

test('does it once, and the browser does not do its own', () => {
  const { onPress } = bind('gallery.search')
  expect(press('/')).toBe(false)
  expect(onPress).toHaveBeenCalledTimes(1)
})

test('is gone with its part of the page, and while it is not active', () => {
  const { onPress, rerender, unmount } = bind('gallery.search')
  rerender(<Bound id="gallery.search" onPress={onPress} isActive={false} />)
  expect(press('/')).toBe(true)
  rerender(<Bound id="gallery.search" onPress={onPress} />)
  unmount()
  expect(press('/')).toBe(true)
  expect(onPress).not.toHaveBeenCalled()
})

test('the youngest is asked first; what it leaves alone goes on', () => {
  const older = bind('selection.clear')
  const younger = bind('selection.clear')
  press('Escape')
  expect([older.onPress, younger.onPress].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  younger.onPress.mockReturnValue(false)
  press('Escape')
  expect([older.onPress, younger.onPress].map(({ mock }) => mock.calls.length)).toEqual([1, 2])
})

test.each(['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>'])(
  'while somebody writes in %s a key is a letter, but for what sends',
  (html) => {
    const { onPress } = bind('selection.favorite')
    const send = bind('create.generate')
    const on = put(html)
    expect(press('f', { on })).toBe(true)
    expect(press('Enter', { on, ctrlKey: true })).toBe(false)
    expect(onPress).not.toHaveBeenCalled()
    expect(send.onPress).toHaveBeenCalledTimes(1)
  },
)

test('a box that is ticked takes no letters', () => {
  const { onPress } = bind('gallery.search')
  press('/', { on: put('<input type="checkbox">') })
  expect(onPress).toHaveBeenCalledTimes(1)
})

test.each([
  ['viewer.play', ' ', '<button></button>'],
  ['viewer.previous', 'ArrowLeft', '<input type="range">'],
  ['viewer.next', 'ArrowRight', '<input type="radio">'],
] as const)('%s is left to what needs the key itself', (id, key, html) => {
  const { onPress } = bind(id)
  expect(press(key, { on: put(html) })).toBe(true)
  press(key)
  expect(onPress).toHaveBeenCalledTimes(1)
})

test('words that are still being composed are no keys', () => {
  const { onPress } = bind('selection.favorite')
  press('f', { isComposing: true })
  expect(onPress).not.toHaveBeenCalled()
})

test('held down it acts once, unless it is meant to go on', () => {
  const once = bind('selection.favorite')
  const again = bind('viewer.next')
  expect(press('f', { repeat: true })).toBe(false)
  press('ArrowRight', { repeat: true })
  expect(once.onPress).not.toHaveBeenCalled()
  expect(again.onPress).toHaveBeenCalledTimes(1)
})

test('a dialog keeps the keys of the page below, but for what takes back', () => {
  const search = bind('gallery.search')
  const keys = bind('everywhere.keys')
  const undo = bind('everywhere.undo')
  put('<dialog open></dialog>')
  press('/')
  press('?')
  press('z', { ctrlKey: true })
  expect(search.onPress).not.toHaveBeenCalled()
  expect(keys.onPress).not.toHaveBeenCalled()
  expect(undo.onPress).toHaveBeenCalledTimes(1)
})

test('a layer with an area has its keys and those of everywhere; not under another dialog', () => {
  const gallery = bind('gallery.view')
  const viewer = bind('viewer.next')
  const keys = bind('everywhere.keys')
  put('<dialog open data-keys="viewer"></dialog>')
  press('ArrowRight')
  press('v')
  press('?')
  expect(gallery.onPress).not.toHaveBeenCalled()
  expect(viewer.onPress).toHaveBeenCalledTimes(1)
  expect(keys.onPress).toHaveBeenCalledTimes(1)
  put('<dialog open></dialog>')
  press('ArrowRight')
  expect(viewer.onPress).toHaveBeenCalledTimes(1)
})
