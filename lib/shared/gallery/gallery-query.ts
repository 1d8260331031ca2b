import { CAMERA_MOVEMENTS, MODES, STYLES, type Mode } from '../models/catalogue'
import { SEED_MAX } from '../limits'
import { TASK_STATUSES, type TaskStatus } from '../task-states'

/** What is asked of the gallery. All of it stands in the address, so that a link means the same to whoever opens it. */

/** `order`: as a collection was put in order by hand; only there. */
export const SORTS = ['newest', 'oldest', 'rating', 'longest', 'shortest', 'order'] as const
export type Sort = (typeof SORTS)[number]

/** Choices of one name are alternatives; tags are all wanted. */
export type GalleryQuery = {
  /** Found in prompt, negative prompt, title and notes. */
  words: string
  states: TaskStatus[]
  models: string[]
  modes: Mode[]
  resolutions: string[]
  /** Asked-for length. */
  seconds: number[]
  styles: string[]
  cameras: string[]
  seed: number | null
  /** Days, `2026-11-26`, both included, in the time zone `zone`. */
  from: string | null
  until: string | null
  zone: string | null
  /** At least so many stars. */
  rating: number | null
  isFavorite: boolean
  /** Ids. */
  tags: string[]
  /** Id. */
  collection: string | null
  hasSound: boolean | null
  isRemixed: boolean | null
  /** What is in the trash, and nothing else. */
  isTrash: boolean
  sort: Sort
}

export const EMPTY_QUERY: GalleryQuery = {
  words: '',
  states: [],
  models: [],
  modes: [],
  resolutions: [],
  seconds: [],
  styles: [],
  cameras: [],
  seed: null,
  from: null,
  until: null,
  zone: null,
  rating: null,
  isFavorite: false,
  tags: [],
  collection: null,
  hasSound: null,
  isRemixed: null,
  isTrash: false,
  sort: 'newest',
}

/** A filter of an address that means nothing, as it stood there. */
export type DroppedFilter = { name: string; value: string }

const WORDS_MAX = 200
const CHOICES_MAX = 50

type Reader<T> = (text: string) => T | undefined

const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (text) =>
    values.find((value) => value === text)
const matching =
  (pattern: RegExp): Reader<string> =>
  (text) =>
    pattern.test(text) ? text : undefined
const wholeUpTo =
  (most: number, least = 0): Reader<number> =>
  (text) =>
    /^\d{1,10}$/.test(text) && Number(text) <= most && Number(text) >= least
      ? Number(text)
      : undefined
const day: Reader<string> = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
    ? text
    : undefined
const id = matching(/^[0-9a-z-]{1,64}$/)
const yes: Reader<true> = (text) => (text === '1' ? true : undefined)
const yesNo: Reader<boolean> = (text) => (text === '1' ? true : text === '0' ? false : undefined)
const zone: Reader<string> = (text) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    return undefined // the only way to ask whether there is such a zone
  }
}
const words: Reader<string> = (text) => text.trim().slice(0, WORDS_MAX)

/** Reads the filters of an address. What means nothing is left out and named; names that are none of the gallery's are passed over. */
export function readGalleryQuery(params: URLSearchParams): {
  query: GalleryQuery
  dropped: DroppedFilter[]
} {
  const dropped: DroppedFilter[] = []
  const many = <T>(name: string, read: Reader<T>): T[] => {
    const values = params.getAll(name).flatMap((value, index) => {
      const known = index < CHOICES_MAX ? read(value) : undefined
      if (known === undefined) dropped.push({ name, value })
      return known === undefined ? [] : [known]
    })
    return [...new Set(values)]
  }
  const one = <T>(name: string, read: Reader<T>): T | null => many(name, read)[0] ?? null
  const query: GalleryQuery = {
    words: one('q', words) ?? '',
    states: many('state', oneOf(TASK_STATUSES)),
    models: many('model', matching(/^[\w.:-]{1,80}$/)),
    modes: many('mode', oneOf(MODES)),
    resolutions: many('resolution', matching(/^\w{1,10}$/)),
    seconds: many('seconds', wholeUpTo(3600, 1)),
    styles: many('style', oneOf(STYLES)),
    cameras: many('camera', oneOf(CAMERA_MOVEMENTS)),
    seed: one('seed', wholeUpTo(SEED_MAX)),
    from: one('from', day),
    until: one('until', day),
    zone: one('zone', zone),
    rating: one('rating', wholeUpTo(5, 1)),
    isFavorite: one('favorite', yes) ?? false,
    tags: many('tag', id),
    collection: one('collection', id),
    hasSound: one('sound', yesNo),
    isRemixed: one('remixed', yesNo),
    isTrash: one('trash', yes) ?? false,
    sort: one('sort', oneOf(SORTS)) ?? 'newest',
  }
  if (query.from !== null && query.until !== null && query.from > query.until) {
    // As the days in the menu: either may be chosen first.
    ;[query.from, query.until] = [query.until, query.from]
  }
  if (query.sort === 'order' && query.collection === null) {
    dropped.push({ name: 'sort', value: query.sort })
    query.sort = 'newest'
  }
  return { query, dropped }
}

/** The address of a query: always the same for the same one, and empty for the whole gallery. */
export function galleryParams(query: GalleryQuery): URLSearchParams {
  const params = new URLSearchParams()
  const add = (name: string, value: string | number | boolean | null) => {
    if (value !== null && value !== '') {
      params.append(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value))
    }
  }
  const addAll = (name: string, values: readonly (string | number)[]) => {
    for (const value of [...values].sort()) add(name, value)
  }
  add('q', query.words)
  addAll('state', query.states)
  addAll('model', query.models)
  addAll('mode', query.modes)
  addAll('resolution', query.resolutions)
  addAll('seconds', query.seconds)
  addAll('style', query.styles)
  addAll('camera', query.cameras)
  add('seed', query.seed)
  add('from', query.from)
  add('until', query.until)
  add('zone', query.from || query.until ? query.zone : null)
  add('rating', query.rating)
  add('favorite', query.isFavorite || null)
  addAll('tag', query.tags)
  add('collection', query.collection)
  add('sound', query.hasSound)
  add('remixed', query.isRemixed)
  add('trash', query.isTrash || null)
  add('sort', query.sort === 'newest' ? null : query.sort)
  return params
}
