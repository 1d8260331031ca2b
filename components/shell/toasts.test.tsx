// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addToast } from '@/lib/client/toasts'
import { renderInStudio, watchConsole } from '../test-render'
import { ToastStack } from './toast-stack'

watchConsole()
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const LONG_MS = 12_000
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))
const isShown = (text: string) => screen.queryByText(text) !== null

test('it stands for twelve seconds, and as long as it is pointed at or has the focus', () => {
  renderInStudio(<ToastStack />)
  act(() => addToast({ text: 'Gone', undo: () => {} }))
  pass(LONG_MS - 1)
  expect(isShown('Gone')).toBe(true)
  fireEvent.pointerEnter(screen.getByText('Gone'))
  pass(10 * LONG_MS)
  expect(isShown('Gone')).toBe(true)
  fireEvent.pointerLeave(screen.getByText('Gone'))
  const undo = screen.getByRole('button', { name: /Undo/ })
  act(() => undo.focus())
  pass(10 * LONG_MS)
  expect(isShown('Gone')).toBe(true)
  act(() => undo.blur())
  pass(LONG_MS)
  expect(isShown('Gone')).toBe(false)
})

test('the key takes back the newest that can be taken back, once', () => {
  renderInStudio(<ToastStack />)
  const taken: string[] = []
  act(() => addToast({ text: 'First', undo: () => void taken.push('first') }))
  act(() => addToast({ text: 'Second', undo: () => void taken.push('second') }))
  act(() => addToast({ text: 'Third' }))
  fireEvent.keyDown(document.body, { key: 'z' })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, shiftKey: true })
  expect(taken).toEqual([])
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect([taken, isShown('Second'), isShown('First')]).toEqual([['second'], false, true])
  fireEvent.keyDown(document.body, { key: 'Z', metaKey: true })
  expect(taken).toEqual(['second', 'first'])
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(taken).toHaveLength(2)
})

const pressUndo = () => fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })

test('the key does not take back what was done before something that stays', () => {
  renderInStudio(<ToastStack />)
  const taken: string[] = []
  act(() => addToast({ text: 'Old', undo: () => void taken.push('old') }))
  act(() => addToast({ text: 'Deleted for good', isFinal: true }))
  pressUndo()
  expect(taken).toEqual([])
  act(() => addToast({ text: 'New', undo: () => void taken.push('new') }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body)
  pressUndo()
  expect([taken, isShown('New')]).toEqual([[], false])
  fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
  expect(taken).toEqual(['old'])
})

test('what is closed stays, and so does what was done before it', () => {
  renderInStudio(<ToastStack />)
  const taken: string[] = []
  act(() => addToast({ text: 'First', undo: () => void taken.push('first') }))
  act(() => addToast({ text: 'Second', undo: () => void taken.push('second') }))
  fireEvent.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body)
  pressUndo()
  expect(taken).toEqual([])
})

test('the same words stand once, and are still taken back one after the other', () => {
  renderInStudio(<ToastStack />)
  const taken: number[] = []
  act(() => addToast({ text: 'Copied' }))
  act(() => addToast({ text: 'Moved', undo: () => void taken.push(1) }))
  act(() => addToast({ text: 'Other', undo: () => void taken.push(2) }))
  act(() => addToast({ text: 'Moved', undo: () => void taken.push(3) }))
  act(() => addToast({ text: 'Copied' }))
  expect(screen.getAllByText('Moved')).toHaveLength(1)
  expect(screen.getAllByText('Copied')).toHaveLength(1)
  for (const [index] of [3, 2, 1].entries()) {
    pressUndo()
    expect(taken).toHaveLength(index + 1)
  }
  expect(taken).toEqual([3, 2, 1])
})
