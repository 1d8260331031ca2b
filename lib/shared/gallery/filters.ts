import { EMPTY_QUERY, galleryParams, readGalleryQuery, type GalleryQuery } from './gallery-query'
import type { Facet } from './gallery-wire'

/** What narrows the gallery, in the order of the bar. The days are one: from, until and their time zone. */
export const FILTERS = [
  'words',
  'states',
  'models',
  'dates',
  'rating',
  'isFavorite',
  'tags',
  'collection',
  'modes',
  'resolutions',
  'seconds',
  'styles',
  'cameras',
  'hasSound',
  'isRemixed',
  'seed',
] as const
export type Filter = (typeof FILTERS)[number]

/** Filters of which several may be chosen. */
export const LISTS = [
  'states',
  'models',
  'tags',
  'modes',
  'resolutions',
  'seconds',
  'styles',
  'cameras',
] as const satisfies readonly Filter[]
export type ListFilter = (typeof LISTS)[number]

/** Filters whose choices are counted, by the name that they have in an address. */
export const FACET_OF = {
  states: 'state',
  models: 'model',
  rating: 'rating',
  isFavorite: 'favorite',
  tags: 'tag',
  collection: 'collection',
  modes: 'mode',
  resolutions: 'resolution',
  seconds: 'seconds',
  styles: 'style',
  cameras: 'camera',
  hasSound: 'sound',
  isRemixed: 'remixed',
} as const satisfies Partial<Record<Filter, Facet>>
export type CountedFilter = keyof typeof FACET_OF

/** One thing that is asked for and can be taken out: a whole filter, or one of several choices of it, as in the address. */
export type Asked = { filter: Filter; value: string | null }

export function isList(filter: Filter): filter is ListFilter {
  return LISTS.some((list) => list === filter)
}

export function isCounted(filter: Filter): filter is CountedFilter {
  return filter in FACET_OF
}

/** What is chosen of a filter, as in the address. */
export function chosenOf(query: GalleryQuery, filter: CountedFilter): string[] {
  return galleryParams(query).getAll(FACET_OF[filter])
}

/** The same query with it: beside the others where several may be chosen, else in their place. */
export function withChoice(
  query: GalleryQuery,
  filter: CountedFilter,
  value: string,
): GalleryQuery {
  const params = galleryParams(query)
  const name = FACET_OF[filter]
  if (isList(filter)) params.append(name, value)
  else params.set(name, value)
  return readGalleryQuery(params).query
}

export function isAsked(query: GalleryQuery, filter: Filter): boolean {
  if (filter === 'dates') return query.from !== null || query.until !== null
  if (isList(filter)) return query[filter].length > 0
  return query[filter] !== EMPTY_QUERY[filter]
}

/** The filters that are in use. */
export function askedFilters(query: GalleryQuery): Filter[] {
  return FILTERS.filter((filter) => isAsked(query, filter))
}

/** The same, choice by choice. */
export function askedChoices(query: GalleryQuery): Asked[] {
  return askedFilters(query).flatMap((filter): Asked[] =>
    isList(filter)
      ? query[filter].map((value) => ({ filter, value: String(value) }))
      : [{ filter, value: null }],
  )
}

/** The same query without it. The trash stays the trash, and a collection takes its order along. */
export function without(query: GalleryQuery, { filter, value }: Asked): GalleryQuery {
  if (filter === 'dates') return { ...query, from: null, until: null, zone: null }
  if (filter === 'collection') {
    return { ...query, collection: null, sort: query.sort === 'order' ? 'newest' : query.sort }
  }
  if (!isList(filter)) return { ...query, [filter]: EMPTY_QUERY[filter] }
  return value === null ? { ...query, [filter]: [] } : withoutChoice(query, filter, value)
}

/** All clips, or all of the trash, in the same order. */
export function withoutFilters(query: GalleryQuery): GalleryQuery {
  const { isTrash, sort } = query
  return { ...EMPTY_QUERY, isTrash, sort: sort === 'order' ? 'newest' : sort }
}

function withoutChoice(query: GalleryQuery, filter: ListFilter, value: string): GalleryQuery {
  const left: (string | number)[] = query[filter].filter((one) => String(one) !== value)
  return { ...query, [filter]: left }
}
