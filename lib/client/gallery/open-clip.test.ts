// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { clipHref, clipOfPath, closeClip, openClip, turnToClip } from './open-clip'

beforeEach(() => window.history.replaceState(null, '', '/gallery?q=rain'))

const place = () => `${window.location.pathname}${window.location.search}`

test('a clip has the address of its page, with the query of the gallery', () => {
  expect(clipHref('a-1', '')).toBe('/tasks/a-1')
  expect(clipHref('a-1', 'q=rain')).toBe('/tasks/a-1?q=rain')
  expect(clipOfPath('/tasks/a-1')).toBe('a-1')
  expect(clipOfPath('/tasks/a-1/more')).toBeNull()
  expect(clipOfPath('/gallery')).toBeNull()
})

test('closing is the step back, however many clips were turned to', async () => {
  const steps = window.history.length
  openClip('a', 'q=rain')
  turnToClip('b', 'q=rain')
  turnToClip('c', 'q=rain')
  expect(place()).toBe('/tasks/c?q=rain')
  expect(window.history.length).toBe(steps + 1)
  closeClip('q=rain')
  await vi.waitFor(() => expect(place()).toBe('/gallery?q=rain'))
})

test('where no gallery lies below, closing goes to one and leaves what came before alone', () => {
  window.history.replaceState(null, '', '/tasks/a?q=rain')
  const back = vi.spyOn(window.history, 'back')
  closeClip('q=rain')
  expect(back).not.toHaveBeenCalled()
  expect(place()).toBe('/gallery?q=rain')
  back.mockRestore()
})
