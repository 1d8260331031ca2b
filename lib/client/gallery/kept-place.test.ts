// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { keepPlace, takePlace, wantPlace } from './kept-place'

const PLACE = { id: 'task-1', index: 70, offset: -12 }

beforeEach(() => {
  window.sessionStorage.clear()
  window.history.replaceState(null, '', '/gallery')
  expect(takePlace('')).toBeNull()
  keepPlace('', PLACE)
})

test('a reload, or Back from another page, leads to the place', () => {
  expect(takePlace('')).toEqual(PLACE)
})

test('a link to the gallery leads to its top', () => {
  window.history.pushState(null, '', '/gallery')
  expect(takePlace('')).toBeNull()
})

test('each query has a place of its own', () => {
  expect(takePlace('q=cat')).toBeNull()
})

test('whoever leads back may say so, and to which clip', () => {
  window.history.pushState(null, '', '/gallery')
  wantPlace('')
  expect(takePlace('')).toEqual(PLACE)
  wantPlace('', 'task-9')
  expect(takePlace('')).toMatchObject({ id: 'task-9' })
})

test('what is no place is none', () => {
  window.sessionStorage.setItem('gallery-place?', '{"id":1}')
  wantPlace('')
  expect(takePlace('')).toBeNull()
})
