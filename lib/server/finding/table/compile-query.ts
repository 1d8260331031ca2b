import { readGalleryQuery, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { indexQuestion, wordMatcher } from '../fold-words'
import { readCollections, type CollectionName } from '../store/read-index'
import { conditionsOf, type Check, type Condition } from './conditions'
import type { LiveTable } from './live-table'
import type { Table } from './table'

export type Compiled = { table: Table; conditions: Condition[]; collections: SmartRows[] }
/** A collection that is what its query finds, with a byte a row. */
export type SmartRows = { id: string; rows: Uint8Array }

/** A collection may be made of a query that names another one, and so on, up to here. */
const DEPTH_MOST = 4

/**
 * Makes of a query what is asked of every row. With `withCollections` also what each smart collection has. All that has to be read
 * is read before; what is answered holds until the table is asked to catch up the next time.
 */
export async function compileQuery(
  live: LiveTable,
  query: GalleryQuery,
  { withCollections = false } = {},
): Promise<Compiled> {
  const needsNames = withCollections || query.collection !== null
  const known = needsNames ? await readCollections() : []
  const smart = withCollections ? known.filter((each) => each.query !== null) : []
  const collections: SmartRows[] = []
  for (const { id } of smart)
    collections.push({ id, rows: await rowsOfCollection(live, known, id, DEPTH_MOST) })
  const conditions = await conditionsFor(live, known, query, DEPTH_MOST)
  return { table: live.table, conditions: [isThere(live.table, query), ...conditions], collections }
}

async function conditionsFor(
  live: LiveTable,
  known: readonly CollectionName[],
  query: GalleryQuery,
  depth: number,
): Promise<Condition[]> {
  const conditions: Condition[] = []
  const question = indexQuestion(query.words)
  if (question !== null) {
    const rows = await live.rowsAnswering(question, wordMatcher(query.words))
    conditions.push({ facet: null, check: (row) => rows[row] === 1 })
  }
  if (query.collection !== null && depth > 0)
    conditions.push({
      facet: 'collection',
      check: await collectionCheck(live, known, query.collection, depth),
    })
  return [...conditions, ...conditionsOf(live.table, query)]
}

async function collectionCheck(
  live: LiveTable,
  known: readonly CollectionName[],
  id: string,
  depth: number,
): Promise<Check> {
  if (known.some((each) => each.id === id && each.query !== null)) {
    const rows = await rowsOfCollection(live, known, id, depth)
    return (row) => rows[row] === 1
  }
  const has = live.table.sets.having(id)
  const { values } = live.table.collections
  return (row) => has[values[row] ?? 0] === 1
}

/** Kept for as long as the table stays as it is. */
const kept = new WeakMap<Table, { version: number; rows: Map<string, Uint8Array> }>()

async function rowsOfCollection(
  live: LiveTable,
  known: readonly CollectionName[],
  id: string,
  depth: number,
): Promise<Uint8Array> {
  const { table } = live
  const text = known.find((each) => each.id === id)?.query ?? ''
  const key = `${depth} ${text}`
  const before = kept.get(table)
  const memory = before?.version === table.version ? before.rows : new Map<string, Uint8Array>()
  const found = memory.get(key)
  if (found) return found
  // Its own trash and order mean nothing where something else is asked around it.
  const { query } = readGalleryQuery(new URLSearchParams(text))
  const { version } = table
  const checks = await conditionsFor(live, known, query, depth - 1)
  const rows = new Uint8Array(table.count)
  for (let row = 0; row < rows.length; row += 1)
    rows[row] = Number(checks.every(({ check }) => check(row)))
  if (version === table.version) kept.set(table, { version, rows: memory.set(key, rows) })
  return rows
}

function isThere({ isGone, isTrash }: Table, query: GalleryQuery): Condition {
  const [gone, trash] = [isGone.values, isTrash.values]
  const wanted = Number(query.isTrash)
  return { facet: null, check: (row) => gone[row] === 0 && trash[row] === wanted }
}

/** Whether a row is found. */
export function allOf(conditions: readonly Condition[]): Check {
  const checks = conditions.map(({ check }) => check)
  return (row) => {
    for (const check of checks) if (!check(row)) return false
    return true
  }
}
