import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { Facet } from '@/lib/shared/gallery/gallery-wire'
import { MODES } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import { endOfDay, startOfDay } from '../day-bounds'
import type { Numbers } from './column'
import type { Table } from './table'

export type Check = (row: number) => boolean
/** What a query wants of a row. A facet's own is told apart, since its choices are counted without it. */
export type Condition = { facet: Facet | null; check: Check }

/** All of them must hold. Words, the trash and collections are looked after elsewhere (compile-query.ts). */
export function conditionsOf(table: Table, query: GalleryQuery): Condition[] {
  const { words } = table
  const known = (names: readonly string[]) => names.map((name) => words.find(name) ?? -1)
  return [
    oneOf(
      'state',
      table.status,
      query.states.map((name) => TASK_STATUSES.indexOf(name)),
    ),
    oneOf('model', table.model, known(query.models)),
    oneOf(
      'mode',
      table.mode,
      query.modes.map((name) => MODES.indexOf(name)),
    ),
    oneOf('resolution', table.resolution, known(query.resolutions)),
    oneOf('seconds', table.seconds, query.seconds),
    oneOf('style', table.style, known(query.styles)),
    oneOf('camera', table.camera, known(query.cameras)),
    ...ratingOf(table, query),
    ...yesNo('favorite', table.isFavorite, query.isFavorite || null),
    ...yesNo('sound', table.hasSound, query.hasSound),
    ...yesNo('remixed', table.isRemixed, query.isRemixed),
    ...query.tags.map((tag) => hasTag(table, tag)),
    ...seedOf(table, query),
    ...daysOf(table, query),
  ].flatMap((condition) => condition ?? [])
}

function oneOf(facet: Facet, column: Numbers, wanted: readonly number[]): Condition | null {
  if (wanted.length === 0) return null
  const { values } = column
  const [only] = wanted
  if (wanted.length === 1) return { facet, check: (row) => values[row] === only }
  const set = new Set(wanted)
  return { facet, check: (row) => set.has(values[row] ?? -1) }
}

function yesNo(facet: Facet, column: Numbers, wanted: boolean | null): Condition[] {
  if (wanted === null) return []
  const { values } = column
  const value = Number(wanted)
  return [{ facet, check: (row) => values[row] === value }]
}

function ratingOf(table: Table, { rating }: GalleryQuery): Condition[] {
  if (rating === null) return []
  const { values } = table.rating
  return [{ facet: 'rating', check: (row) => (values[row] ?? 0) >= rating }]
}

/** Tags are all wanted: another one narrows, so what each would leave is counted with those that are chosen. */
function hasTag(table: Table, tag: string): Condition {
  const has = table.sets.having(tag)
  const { values } = table.tags
  return { facet: null, check: (row) => has[values[row] ?? 0] === 1 }
}

function seedOf(table: Table, { seed }: GalleryQuery): Condition[] {
  const { values } = table.seed
  return seed === null ? [] : [{ facet: null, check: (row) => values[row] === seed }]
}

function daysOf(table: Table, { from, until, zone }: GalleryQuery): Condition[] {
  if (from === null && until === null) return []
  const first = from === null ? -Infinity : startOfDay(from, zone)
  const end = until === null ? Infinity : endOfDay(until, zone)
  const { values } = table.createdAt
  const check: Check = (row) => {
    const at = values[row] ?? 0
    return at >= first && at < end
  }
  return [{ facet: null, check }]
}
