import { expect, test } from 'vitest'
import {
  askedChoices,
  askedFilters,
  chosenOf,
  FILTERS,
  without,
  withChoice,
  withoutFilters,
} from './filters'
import { EMPTY_QUERY, galleryParams, readGalleryQuery, type GalleryQuery } from './gallery-query'

const FULL: GalleryQuery = {
  words: '猫 rain',
  states: ['failed', 'succeeded'],
  models: ['aisphere-v5', 'other-1'],
  modes: ['frames'],
  resolutions: ['1080p', '540p'],
  seconds: [10, 5],
  styles: ['clay'],
  cameras: ['crane_up', 'zoom_in'],
  seed: 0,
  from: '2026-11-01',
  until: '2026-11-26',
  zone: 'Asia/Shanghai',
  rating: 4,
  isFavorite: true,
  tags: ['tag-1', 'tag-2'],
  collection: 'col-1',
  hasSound: false,
  isRemixed: true,
  isTrash: true,
  sort: 'order',
}

const read = (text: string) => readGalleryQuery(new URLSearchParams(text))

test('an address says all of a query, and the same query always has the same address', () => {
  const text = galleryParams(FULL).toString()
  const again = read(text)
  expect(again.dropped).toEqual([])
  expect(galleryParams(again.query).toString()).toBe(text)
  expect(new Set(again.query.seconds)).toEqual(new Set(FULL.seconds))
  expect({ ...again.query, seconds: FULL.seconds }).toEqual(FULL)
})

test('days the wrong way round are turned, as in the menu', () => {
  const { query, dropped } = read('from=2026-11-25&until=2026-11-01')
  expect(query).toMatchObject({ from: '2026-11-01', until: '2026-11-25' })
  expect(dropped).toEqual([])
})

test('the order of a collection is only there', () => {
  expect(read('sort=order&collection=c').query.sort).toBe('order')
  expect(read('sort=order')).toMatchObject({
    query: { sort: 'newest' },
    dropped: [{ name: 'sort', value: 'order' }],
  })
  expect(without(FULL, { filter: 'collection', value: null }).sort).toBe('newest')
})

test('every filter is known to be asked for, and can be taken out', () => {
  expect(askedFilters(EMPTY_QUERY)).toEqual([])
  expect(askedFilters(FULL)).toEqual(FILTERS)
  for (const filter of FILTERS) {
    const left = without(FULL, { filter, value: null })
    expect(askedFilters(left), filter).toEqual(FILTERS.filter((other) => other !== filter))
  }
})

test('of several choices one can be taken out', () => {
  const asked = askedChoices(FULL)
  expect(asked.filter(({ filter }) => filter === 'seconds')).toEqual([
    { filter: 'seconds', value: '10' },
    { filter: 'seconds', value: '5' },
  ])
  expect(without(FULL, { filter: 'seconds', value: '10' }).seconds).toEqual([5])
  expect(without(FULL, { filter: 'states', value: 'failed' }).states).toEqual(['succeeded'])
})

test('without any filter the trash stays the trash, in a way that goes without a collection', () => {
  expect(withoutFilters(FULL)).toEqual({ ...EMPTY_QUERY, isTrash: true })
  expect(withoutFilters({ ...FULL, sort: 'oldest' }).sort).toBe('oldest')
})

test('a choice comes beside the others, or in the place of the one there was', () => {
  const two = withChoice(withChoice(EMPTY_QUERY, 'seconds', '5'), 'seconds', '8')
  expect(two.seconds).toEqual([5, 8])
  expect(withChoice(two, 'seconds', '8')).toEqual(two)
  expect(chosenOf(two, 'seconds')).toEqual(['5', '8'])
  const rated = withChoice(withChoice(EMPTY_QUERY, 'rating', '2'), 'rating', '4')
  expect(rated.rating).toBe(4)
  expect(chosenOf(withChoice(rated, 'hasSound', '0'), 'hasSound')).toEqual(['0'])
})
