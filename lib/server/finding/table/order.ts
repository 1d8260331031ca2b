import type { Sort } from '@/lib/shared/gallery/gallery-query'
import { NO_ROW, type Table } from './table'

/** Rows in the order of a sort, and what they are sorted by. Rows that are alike come youngest first, but with `oldest`. */
export type Order = {
  rows: Uint32Array
  /** Rises along the rows. */
  keyOf: (row: number) => number
  isOldestFirst: boolean
}

/** Those without what is asked for come last. */
const KEYS: Record<
  Exclude<Sort, 'newest' | 'oldest' | 'order'>,
  (table: Table) => Order['keyOf']
> = {
  rating:
    ({ rating: { values } }) =>
    (row) =>
      5 - (values[row] ?? 0),
  longest:
    ({ durationMs: { values } }) =>
    (row) =>
      LAST - (values[row] ?? 0),
  shortest:
    ({ durationMs: { values } }) =>
    (row) =>
      values[row] || LAST,
}
const LAST = 0xffff_ffff

const NO_KEY = () => 0

/** A sort that needs nothing but the table. */
export function orderOf(table: Table, sort: Exclude<Sort, 'order'>): Order {
  if (sort === 'oldest') return { rows: table.byId, keyOf: NO_KEY, isOldestFirst: true }
  const youngestFirst = table.byId.slice().reverse()
  if (sort === 'newest') return { rows: youngestFirst, keyOf: NO_KEY, isOldestFirst: false }
  const keyOf = KEYS[sort](table)
  return { rows: sorted(youngestFirst, keyOf), keyOf, isOldestFirst: false }
}

/** As people put a collection in order; what else is found comes behind it, youngest first. */
export function orderBy(table: Table, places: readonly (readonly [string, number])[]): Order {
  const placeByRow = new Map(places.map(([id, place]) => [table.find(id), place]))
  placeByRow.delete(NO_ROW)
  const keyOf = (row: number) => placeByRow.get(row) ?? Number.MAX_SAFE_INTEGER
  return {
    rows: sorted(table.byId.slice().reverse(), keyOf),
    keyOf,
    isOldestFirst: false,
  }
}

/** Stable: rows of one key stay as they were. Keys are few (stars, lengths), so they are sorted, not the rows. */
function sorted(rows: Uint32Array, keyOf: Order['keyOf']): Uint32Array {
  const byKey = new Map<number, number[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const same = byKey.get(key)
    if (same) same.push(row)
    else byKey.set(key, [row])
  }
  const result = new Uint32Array(rows.length)
  let at = 0
  for (const key of [...byKey.keys()].sort((a, b) => a - b)) {
    const same = byKey.get(key) ?? []
    result.set(same, at)
    at += same.length
  }
  return result
}

/** How many rows of the order stand before, or at, a place that is named by its key and an id. */
export function placesUpTo(table: Table, order: Order, at: { key: number; id: string }): number {
  let [from, until] = [0, order.rows.length]
  while (from < until) {
    const middle = (from + until) >>> 1
    const row = order.rows[middle] ?? 0
    if (isUpTo(table, order, row, at)) from = middle + 1
    else until = middle
  }
  return from
}

function isUpTo(table: Table, order: Order, row: number, at: { key: number; id: string }): boolean {
  const key = order.keyOf(row)
  if (key !== at.key) return key < at.key
  const id = table.ids[row] ?? ''
  return order.isOldestFirst ? id <= at.id : id >= at.id
}
