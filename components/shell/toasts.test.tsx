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
