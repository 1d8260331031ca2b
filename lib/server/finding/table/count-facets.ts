import type { GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { FACETS, type Facet, type GalleryCounts } from '@/lib/shared/gallery/gallery-wire'
import { MODES } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import type { Numbers } from './column'
import type { Compiled } from './compile-query'
import type { Check } from './conditions'
import type { Sets, Table } from './table'

/** Counts of a facet by the number that stands in its column. */
type Tally = { facet: Facet; values: ArrayLike<number>; counts: Uint32Array }
type Names = ReadonlyMap<string, string>

/**
 * How many rows each choice would leave. One walk over the table: a row that fails no facet counts for all of them, one that fails
 * one alone for that one.
 */
export function countFacets(
  compiled: Compiled,
  query: GalleryQuery,
  names: { tags: Names; collections: Names },
): GalleryCounts {
  const { table } = compiled
  const tallies = talliesOf(table)
  const smart = compiled.collections.map(({ id, rows }) => ({ id, rows, count: 0 }))
  const total = walk(compiled, tallies, (row) => {
    for (const each of smart) if (each.rows[row] === 1) each.count += 1
  })
  const by = (facet: Facet) => tallies.find((each) => each.facet === facet)?.counts ?? NO_COUNTS
  const { words } = table.words
  const named = (facet: Facet, texts: readonly string[], chosen: readonly string[]) =>
    present(pairs(by(facet), texts), { chosen })
  return {
    total,
    facets: {
      state: named('state', TASK_STATUSES, query.states),
      model: named('model', words, query.models),
      mode: named('mode', MODES, query.modes),
      resolution: named('resolution', words, query.resolutions),
      seconds: present(secondsOf(by('seconds')), { chosen: query.seconds.map(String) }),
      style: named('style', words, query.styles),
      camera: named('camera', words, query.cameras),
      rating: atLeast(by('rating')),
      favorite: present([['1', by('favorite')[1] ?? 0]], {}),
      tag: present(membersOf(table.sets, by('tag')), { chosen: query.tags, names: names.tags }),
      collection: present(
        [
          ...membersOf(table.sets, by('collection')).filter(([id]) => names.collections.has(id)),
          ...smart.map(({ id, count }): Pair => [id, count]),
        ],
        { chosen: query.collection === null ? [] : [query.collection], names: names.collections },
      ),
      sound: yesNo(by('sound')),
      remixed: yesNo(by('remixed')),
    },
  }
}

const NO_COUNTS = new Uint32Array(0)

function talliesOf(table: Table): Tally[] {
  const words = table.words.words.length
  const tally = (facet: Facet, column: Numbers, size: number): Tally => ({
    facet,
    values: column.values,
    counts: new Uint32Array(size),
  })
  return [
    tally('state', table.status, TASK_STATUSES.length),
    tally('model', table.model, words),
    tally('mode', table.mode, MODES.length),
    tally('resolution', table.resolution, words),
    tally('seconds', table.seconds, 0x1_0000),
    tally('style', table.style, words),
    tally('camera', table.camera, words),
    tally('rating', table.rating, 6),
    tally('favorite', table.isFavorite, 2),
    tally('sound', table.hasSound, 2),
    tally('remixed', table.isRemixed, 2),
    tally('tag', table.tags, table.sets.count),
    tally('collection', table.collections, table.sets.count),
  ]
}

/** @returns how many rows fail nothing */
function walk(compiled: Compiled, tallies: readonly Tally[], inSmart: (row: number) => void) {
  const { table, conditions } = compiled
  const base = conditions.flatMap(({ facet, check }) => (facet === null ? [check] : []))
  const asked = FACETS.flatMap((facet) => {
    const checks = conditions.filter((each) => each.facet === facet)
    return checks.map(({ check }) => ({ tally: tallies.find((t) => t.facet === facet), check }))
  })
  const collections = tallies.find(({ facet }) => facet === 'collection')
  let total = 0
  for (let row = 0; row < table.count; row += 1) {
    if (!passes(base, row)) continue
    let failed: Tally | undefined
    let fails = 0
    for (const { tally, check } of asked) {
      if (check(row)) continue
      fails += 1
      if (fails > 1) break
      failed = tally
    }
    if (fails > 1) continue
    if (fails === 0) {
      total += 1
      for (const { values, counts } of tallies) add(counts, values[row])
      inSmart(row)
    } else if (failed) {
      add(failed.counts, failed.values[row])
      if (failed === collections) inSmart(row)
    }
  }
  return total
}

function passes(checks: readonly Check[], row: number): boolean {
  for (const check of checks) if (!check(row)) return false
  return true
}

function add(counts: Uint32Array, value = 0): void {
  counts[value] = (counts[value] ?? 0) + 1
}

type Pair = [value: string, count: number]

function pairs(counts: Uint32Array, texts: readonly string[]): Pair[] {
  return texts.flatMap((text, number): Pair[] => (text ? [[text, counts[number] ?? 0]] : []))
}

function secondsOf(counts: Uint32Array): Pair[] {
  const found: Pair[] = []
  counts.forEach((count, seconds) => {
    if (count > 0) found.push([String(seconds), count])
  })
  return found
}

/** Rows have sets of tags: what each set counts is every one's in it. */
function membersOf(sets: Sets, counts: Uint32Array): Pair[] {
  const byMember = new Map<number, number>()
  counts.forEach((count, set) => {
    if (count === 0) return
    for (const member of sets.at(set)) byMember.set(member, (byMember.get(member) ?? 0) + count)
  })
  return [...byMember].map(([member, count]) => [sets.words.words[member] ?? '', count])
}

function atLeast(counts: Uint32Array) {
  let sum = 0
  const found = [5, 4, 3, 2, 1].map((stars): Pair => {
    sum += counts[stars] ?? 0
    return [String(stars), sum]
  })
  return present(found, {})
}

function yesNo(counts: Uint32Array) {
  return present(
    [
      ['1', counts[1] ?? 0],
      ['0', counts[0] ?? 0],
    ],
    {},
  )
}

/** Most first, then by name. What leaves nothing is left out, unless it is chosen. */
function present(
  found: readonly Pair[],
  { chosen = [], names }: { chosen?: readonly string[]; names?: Names },
) {
  const counts = new Map(found.filter(([, count]) => count > 0))
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
  return [...counts]
    .map(([value, count]) => ({ value, label: names?.get(value) ?? null, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
