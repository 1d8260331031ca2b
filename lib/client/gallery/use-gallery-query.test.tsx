// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestAddress } from '../test-address'
import { useGalleryQuery } from './use-gallery-query'

const open = () => renderHook(useGalleryQuery, { wrapper: TestAddress }).result
const address = () => window.location.pathname + window.location.search

beforeEach(() => window.history.replaceState(null, '', '/gallery'))
afterEach(cleanup)

test('a choice stands in the address, and Back takes it back', async () => {
  const asked = open()
  act(() => asked.current.setQuery((now) => ({ ...now, states: ['failed'] })))
  act(() => asked.current.setQuery((now) => ({ ...now, rating: 4 })))
  expect(address()).toBe('/gallery?state=failed&rating=4')
  expect(asked.current.query).toMatchObject({ states: ['failed'], rating: 4 })
  act(() => window.history.back())
  await waitFor(() => expect(asked.current.search).toBe('state=failed'))
})

test('typing goes on in the same step of the history', () => {
  const asked = open()
  const steps = window.history.length
  for (const words of ['c', 'ca', 'cat']) {
    act(() => asked.current.setQuery((now) => ({ ...now, words }), { isTyping: true }))
  }
  expect(address()).toBe('/gallery?q=cat')
  expect(window.history.length).toBe(steps)
})

test('two choices at once are both kept, though the page was drawn before either', () => {
  const asked = open()
  const { setQuery } = asked.current
  act(() => {
    setQuery((now) => ({ ...now, states: ['failed'] }))
    setQuery((now) => ({ ...now, seconds: [8] }))
  })
  expect(address()).toBe('/gallery?state=failed&seconds=8')
})

test('the same choice again is no step; no filter, no question mark', () => {
  const asked = open()
  act(() => asked.current.setQuery((now) => ({ ...now, isFavorite: true })))
  const steps = window.history.length
  act(() => asked.current.setQuery((now) => ({ ...now, isFavorite: true })))
  expect(window.history.length).toBe(steps)
  act(() => asked.current.setQuery((now) => ({ ...now, isFavorite: false })))
  expect(address()).toBe('/gallery')
})

test('what means nothing is left out and named; the next choice cleans the address', () => {
  window.history.replaceState(null, '', '/gallery?state=nonsense&rating=9&seconds=5')
  const asked = open()
  expect(asked.current.dropped).toEqual([
    { name: 'state', value: 'nonsense' },
    { name: 'rating', value: '9' },
  ])
  expect(asked.current.search).toBe('seconds=5')
  act(() => asked.current.setQuery((now) => ({ ...now, sort: 'oldest' })))
  expect(address()).toBe('/gallery?seconds=5&sort=oldest')
  expect(asked.current.dropped).toEqual([])
})

test('what is asked stays the same object until the address changes', () => {
  const { result, rerender } = renderHook(useGalleryQuery, { wrapper: TestAddress })
  const before = result.current
  rerender()
  expect(result.current.query).toBe(before.query)
  expect(result.current.setQuery).toBe(before.setQuery)
})
