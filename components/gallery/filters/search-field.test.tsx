// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchConsole } from '../../test-render'
import { openBar, search } from './test-bar'

watchConsole()

const box = () => screen.getByRole<HTMLInputElement>('searchbox')
const asked = () => new URLSearchParams(search()).get('q')

test('after a pause what is typed is searched, in one step; the field keeps focus and letters', async () => {
  const { user } = await openBar()
  const steps = window.history.length
  await user.type(box(), 'red cat ')
  expect(box().value).toBe('red cat ')
  await waitFor(() => expect(asked()).toBe('red cat'))
  await user.type(box(), 's')
  await waitFor(() => expect(asked()).toBe('red cat s'))
  expect(box().value).toBe('red cat s')
  expect(document.activeElement).toBe(box())
  expect(window.history.length).toBe(steps)
})

test('Enter does not wait; Escape takes the words away, then leaves', async () => {
  const { user } = await openBar()
  await user.type(box(), 'cat{Enter}')
  expect(asked()).toBe('cat')
  await user.keyboard('{Escape}')
  expect(asked()).toBeNull()
  expect(document.activeElement).toBe(box())
  await user.keyboard('{Escape}')
  expect(document.activeElement).not.toBe(box())
})

test('Chinese that is still being written is not looked for', async () => {
  await openBar({ locale: 'zh' })
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  fireEvent.compositionStart(box())
  fireEvent.change(box(), { target: { value: 'mao' } })
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true })
  act(() => void vi.advanceTimersByTime(1_000))
  expect(asked()).toBeNull()
  fireEvent.change(box(), { target: { value: '猫' } })
  fireEvent.compositionEnd(box())
  act(() => void vi.advanceTimersByTime(1_000))
  expect(asked()).toBe('猫')
})

test('what somebody else changes is in the field: Back, clear all', async () => {
  const { user } = await openBar({ search: '?q=cat' })
  expect(box().value).toBe('cat')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(box().value).toBe('')
  act(() => window.history.back())
  await waitFor(() => expect(box().value).toBe('cat'))
})

test('/ goes to the field', async () => {
  await openBar({ search: '?q=cat' })
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(box())
})
