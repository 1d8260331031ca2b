import { AppError } from '@/lib/shared/errors'
import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import type { GalleryPlace, GalleryShape } from '@/lib/shared/gallery/gallery-wire'
import { readCursor, writeCursor, wrongCursor } from './cursor'
import { filledShare, placesIn, readCollections, readTags } from './store/read-index'
import { allOf, compileQuery } from './table/compile-query'
import { countFacets } from './table/count-facets'
import { liveTable, type LiveTable } from './table/live-table'
import { orderBy, orderOf, placesUpTo, type Order } from './table/order'
import { NO_ROW, type Table } from './table/table'
import type { TaskSearch } from './task-search'

const SELECTED_AT_A_TIME = 500

/** Looks through the table in memory; words are asked of the full-text index. */
export const tableSearch: TaskSearch = {
  pageOf: async (query, { limit, cursor }) => {
    const { table, order, isFound } = await search(query)
    const ids: string[] = []
    let nextCursor: string | null = null
    for (let at = startAt(table, order, query, cursor); at < order.rows.length; at += 1) {
      const row = order.rows[at] ?? 0
      if (!isFound(row)) continue
      if (ids.length === limit) return { ids, nextCursor }
      ids.push(table.ids[row] ?? '')
      nextCursor = cursorAt(table, order, query, row)
    }
    return { ids, nextCursor: null }
  },

  shapeOf: async (query, pageSize) => shapeOf(await search(query), query, pageSize),

  countsOf: async (query) => {
    const live = await ready()
    const [tags, collections] = [await readTags(), await readCollections()]
    const names = (rows: readonly { id: string; name: string }[]) =>
      new Map(rows.map(({ id, name }) => [id, name]))
    const compiled = await compileQuery(live, query, { withCollections: true })
    return countFacets(compiled, query, { tags: names(tags), collections: names(collections) })
  },

  countOf: async (query) => {
    const { order, isFound } = await search({ ...query, sort: 'newest' })
    return count(order.rows, isFound)
  },

  placeOf: async (query, id) => placeOf(await search(query), id),

  idsBetween: async (query, { from, to, limit }) => {
    const { table, order, isFound } = await search(query)
    const ids: string[] = []
    let isWithin = false
    for (const row of order.rows) {
      const id = table.ids[row] ?? ''
      const isEnd = id === from || id === to
      if (!isWithin && !isEnd) continue
      if (isFound(row)) ids.push(id)
      if (ids.length === limit || (isEnd && (isWithin || from === to))) break
      isWithin = true
    }
    return ids
  },

  freshCount: async (query, since) => {
    const { table, isFound } = await search({ ...query, sort: 'newest' })
    const known = since === null ? 0 : table.placeOf(since)
    const first = since !== null && table.find(since) !== NO_ROW ? known + 1 : known
    return count(table.byId.subarray(first), isFound)
  },

  selectIds: async function* (query, { youngest, except }) {
    const { table, order, isFound } = await search(query)
    const left = new Set(except)
    const ids: string[] = []
    for (const row of order.rows) {
      const id = table.ids[row] ?? ''
      if (isFound(row) && !left.has(id) && (youngest === null || id <= youngest)) ids.push(id)
    }
    for (let at = 0; at < ids.length; at += SELECTED_AT_A_TIME)
      yield ids.slice(at, at + SELECTED_AT_A_TIME)
  },
}

type Search = { table: Table; order: Order; isFound: (row: number) => boolean }

/** Everything that has to be waited for; what follows sees the table as it is in one moment. */
async function search(query: GalleryQuery): Promise<Search> {
  const live = await ready()
  const places =
    query.sort === 'order' && query.collection !== null ? await placesIn(query.collection) : []
  const { table, conditions } = await compileQuery(live, query)
  const order = query.sort === 'order' ? orderBy(table, places) : keptOrder(table, query.sort)
  return { table, order, isFound: allOf(conditions) }
}

async function ready(): Promise<LiveTable> {
  const live = liveTable()
  if (await live.catchUp()) return live
  const percent = Math.floor((await filledShare()) * 100)
  throw new AppError('index_building', 'the index is being filled', {
    values: { percent },
    retryAfterSeconds: 2,
  })
}

/** Orders as they are until the table changes. */
const kept = new WeakMap<Table, { version: number; orders: Map<string, Order> }>()

function keptOrder(table: Table, sort: Parameters<typeof orderOf>[1]): Order {
  const before = kept.get(table)
  const memory =
    before?.version === table.version
      ? before
      : { version: table.version, orders: new Map<string, Order>() }
  kept.set(table, memory)
  const order = memory.orders.get(sort) ?? orderOf(table, sort)
  memory.orders.set(sort, order)
  return order
}

function startAt(
  table: Table,
  order: Order,
  { sort }: GalleryQuery,
  cursor: string | null,
): number {
  if (cursor === null) return 0
  const at = readCursor(sort, cursor)
  if (at) return placesUpTo(table, order, at)
  throw wrongCursor()
}

function cursorAt(table: Table, order: Order, { sort }: GalleryQuery, row: number): string {
  return writeCursor(sort, { key: order.keyOf(row), id: table.ids[row] ?? '' })
}

function shapeOf(
  { table, order, isFound }: Search,
  query: GalleryQuery,
  pageSize: number,
): GalleryShape {
  const ratios = new Uint16Array(table.count)
  const cursors: string[] = []
  let total = 0
  let last = NO_ROW
  for (const row of order.rows) {
    if (!isFound(row)) continue
    if (total > 0 && total % pageSize === 0) cursors.push(cursorAt(table, order, query, last))
    ratios[total] = table.ratio.values[row] ?? 0
    total += 1
    last = row
  }
  const youngest = table.byId.at(-1)
  return {
    total,
    pageSize,
    cursors,
    // Every machine that this runs on is little-endian, as the wire is.
    ratios: Buffer.from(ratios.buffer, 0, total * 2).toString('base64'),
    youngest: youngest === undefined ? null : (table.ids[youngest] ?? null),
  }
}

function placeOf({ table, order, isFound }: Search, id: string): GalleryPlace {
  const place: GalleryPlace = { total: 0, index: null, previous: null, next: null }
  let before: string | null = null
  for (const row of order.rows) {
    if (!isFound(row)) continue
    const found = table.ids[row] ?? ''
    if (place.index === place.total - 1 && place.index !== null) place.next = found
    if (found === id) Object.assign(place, { index: place.total, previous: before })
    before = found
    place.total += 1
  }
  return place
}

function count(rows: Iterable<number>, isFound: (row: number) => boolean): number {
  let found = 0
  for (const row of rows) if (isFound(row)) found += 1
  return found
}
