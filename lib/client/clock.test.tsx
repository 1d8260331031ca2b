// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSecondClock } from './clock'

const START = Date.parse('2026-03-01T10:00:00.400Z')

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => {
  setHidden(false)
  cleanup()
  vi.useRealTimers()
})

function Clock() {
  return <p>{useSecondClock() ?? 'unknown'}</p>
}

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000))

test('the server does not know the time', () => {
  expect(renderToString(<Clock />)).toContain('unknown')
})

test('one clock ticks for all, and stops with the last', () => {
  const first = render(<Clock />)
  const second = render(<Clock />)
  expect(vi.getTimerCount()).toBe(1)
  pass(3)
  const shown = [first, second].map(({ container }) => container.textContent)
  expect(shown).toEqual(Array(2).fill(String(Date.parse('2026-03-01T10:00:03Z'))))
  first.unmount()
  expect(vi.getTimerCount()).toBe(1)
  second.unmount()
  expect(vi.getTimerCount()).toBe(0)
})

test('it rests while nobody can see it, and is right at once when somebody can', () => {
  const { container } = render(<Clock />)
  setHidden(true)
  expect(vi.getTimerCount()).toBe(0)
  pass(90)
  setHidden(false)
  expect(container.textContent).toBe(String(Date.parse('2026-03-01T10:01:30Z')))
})
