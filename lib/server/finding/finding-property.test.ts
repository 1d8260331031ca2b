import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  EMPTY_QUERY,
  galleryParams,
  readGalleryQuery,
  SORTS,
  type GalleryQuery,
} from '@/lib/shared/gallery/gallery-query'
import type { Facet } from '@/lib/shared/gallery/gallery-wire'
import { testDatabase } from '../db/test-database'
import { fillIndex } from './keep-index'
import { taskSearch } from './search'
import { fillSome, mendSome } from './store/mend-index'
import { prepareIndex } from './store/schema'
import { forgetTable } from './table/live-table'
import {
  change,
  collect,
  plainTask,
  put,
  putClip,
  putCollection,
  tag,
  untag,
  type PlainTask,
} from './test-gallery'
import { naiveFind, type Known } from './test-naive'

const TAGS = ['t1', 't2', 't3']
const COLLECTIONS = ['c1', 'c2']
const TEXTS = ['a red fox', '一只橘猫在窗边', 'Café, fox 橘', '橘红 4k FOX', '窗', '']

const text = fc.constantFrom(...TEXTS)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const moment = fc.integer({ min: 0, max: 240 }).map((hour) => new Date(Date.UTC(2026, 0, 1, hour)))
const params = fc.record(
  {
    duration: fc.constantFrom(5, 8, 10),
    resolution: fc.constantFrom('540p', '720p'),
    style: fc.constantFrom('anime', 'clay'),
    cameraMovement: fc.constantFrom('zoom_in', 'hitchcock'),
    seed: fc.constantFrom(0, 42),
    negativePrompt: text,
    soundEffectSwitch: fc.boolean(),
    generateAudioSwitch: fc.boolean(),
  },
  { requiredKeys: ['duration', 'resolution'] },
)
const cells = {
  status: fc.constantFrom('succeeded', 'failed', 'queued'),
  mode: fc.constantFrom('image', 'frames'),
  model: fc.constantFrom('m-1', 'm-2'),
  prompt: text,
  params,
  title: maybe(text),
  notes: maybe(text),
  rating: maybe(fc.integer({ min: 1, max: 5 })),
  favoriteAt: maybe(moment),
  deletedAt: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: moment },
  ),
}
const newTask = fc.record({
  ...cells,
  createdAt: moment,
  parent: maybe(fc.nat(20)),
  parentWay: fc.constantFrom('retry', 'seed'),
  clip: maybe(
    fc.record({
      width: fc.constant(90),
      height: fc.constant(160),
      durationMs: fc.constantFrom(5000, 8000),
    }),
  ),
})
/** One alone: whoever writes several would be noticed by any of them. */
const oneCell = fc
  .record(cells)
  .chain((all) => fc.constantFrom(...Object.entries(all)))
  .map(([name, value]): Partial<PlainTask> => ({ [name]: value }))
const write = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), task: newTask }),
  fc.record({
    kind: fc.constant('change' as const),
    at: fc.nat(20),
    cells: oneCell,
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    at: fc.nat(20),
    tag: fc.constantFrom(...TAGS),
    isOn: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('collect' as const),
    at: fc.nat(20),
    to: fc.constantFrom(...COLLECTIONS),
  }),
  fc.record({ kind: fc.constant('purge' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constantFrom('mend' as const, 'look' as const, 'anew' as const) }),
)
const query: fc.Arbitrary<GalleryQuery> = fc
  .record(
    {
      words: fc.constantFrom(
        'fox',
        'fo 橘',
        '橘',
        '橘猫',
        '橘猫在窗',
        'cafe',
        '4',
        '窗边',
        'x',
        '',
      ),
      states: fc.subarray(['succeeded', 'failed', 'queued'] as const).map((a) => [...a]),
      models: fc.subarray(['m-1', 'm-2', 'm-3']),
      modes: fc.subarray(['image', 'frames'] as const).map((a) => [...a]),
      resolutions: fc.subarray(['540p', '720p']),
      seconds: fc.subarray([5, 8, 10]),
      styles: fc.subarray(['anime', 'clay']),
      cameras: fc.subarray(['zoom_in', 'hitchcock']),
      seed: fc.constantFrom(0, 42),
      from: fc.constantFrom('2026-01-02', '2026-01-05'),
      until: fc.constantFrom('2026-01-04', '2026-01-09'),
      zone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
      rating: fc.integer({ min: 1, max: 5 }),
      isFavorite: fc.boolean(),
      tags: fc.subarray(TAGS),
      collection: fc.constantFrom(...COLLECTIONS),
      hasSound: fc.boolean(),
      isRemixed: fc.boolean(),
      isTrash: fc.boolean(),
      sort: fc.constantFrom(...SORTS.filter((sort) => sort !== 'order')),
    },
    { requiredKeys: [] },
  )
  // Few at a time: what asks for everything finds nothing.
  .chain((given) => fc.subarray(Object.entries(given), { maxLength: 3 }))
  .map((given): GalleryQuery => ({ ...EMPTY_QUERY, ...Object.fromEntries(given) }))

type Write = typeof write extends fc.Arbitrary<infer T> ? T : never

async function apply(known: Known[], one: Write): Promise<void> {
  const at = 'at' in one ? known[one.at % Math.max(1, known.length)] : undefined
  if (one.kind === 'put') {
    const { clip, parent, parentWay, ...given } = one.task
    const from = parent === null ? undefined : known[parent % Math.max(1, known.length)]
    const task = plainTask({
      ...given,
      parentId: from?.id ?? null,
      parentWay: from ? parentWay : null,
    })
    known.push({ ...task, clip, tags: new Set(), collections: new Set() })
    await put(task)
    if (clip) await putClip(task.id, clip)
  } else if (one.kind === 'mend') await mendSome()
  else if (one.kind === 'anew') await prepareIndexAnew()
  else if (one.kind === 'look') await taskSearch().pageOf(EMPTY_QUERY, { limit: 1, cursor: null })
  if (!at) return
  if (one.kind === 'change') await change(at.id, Object.assign(at, one.cells) && one.cells)
  if (one.kind === 'purge') {
    const gone = { deletedAt: at.deletedAt ?? new Date(), purgedAt: new Date() }
    await change(at.id, Object.assign(at, gone) && gone)
  }
  if (one.kind === 'collect' && !at.collections.has(one.to)) {
    at.collections.add(one.to)
    await collect(one.to, at.id, at.collections.size)
  }
  if (one.kind === 'tag' && one.isOn) at.tags.add(one.tag)
  if (one.kind === 'tag' && !one.isOn) at.tags.delete(one.tag)
  if (one.kind === 'tag') await (one.isOn ? tag(at.id, one.tag) : untag(at.id, one.tag))
}

/** As after an update that wants another index. */
async function prepareIndexAnew(): Promise<void> {
  const { connection } = await import('../db/database')
  await connection().script(`DROP TRIGGER "FindTaskTagInsert"`)
  await prepareIndex()
  while (await fillSome());
}

async function pagesOf(asked: GalleryQuery): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = null; ;) {
    const page = await taskSearch().pageOf(asked, { limit: 3, cursor })
    ids.push(...page.ids)
    cursor = page.nextCursor
    if (cursor === null) return ids
  }
}

type Choose = (value: string, asked: GalleryQuery) => GalleryQuery
/** What a choice of a facet would leave, by asking for it. */
const CHOICES: [facet: Facet, values: readonly string[], choose: Choose][] = [
  ['state', ['succeeded', 'failed', 'queued'], (value, asked) => withState(value, asked)],
  ['model', ['m-1', 'm-2'], (value, asked) => ({ ...asked, models: [value] })],
  ['seconds', ['5', '8', '10'], (value, asked) => ({ ...asked, seconds: [Number(value)] })],
  ['style', ['anime', 'clay'], (value, asked) => withState(value, asked, 'style')],
  ['rating', ['1', '2', '3', '4', '5'], (value, asked) => ({ ...asked, rating: Number(value) })],
  ['favorite', ['1'], (_, asked) => ({ ...asked, isFavorite: true })],
  ['tag', TAGS, (value, asked) => ({ ...asked, tags: [...new Set([...asked.tags, value])] })],
  ['collection', COLLECTIONS, (value, asked) => ({ ...asked, collection: value })],
  ['sound', ['1', '0'], (value, asked) => ({ ...asked, hasSound: value === '1' })],
  ['remixed', ['1', '0'], (value, asked) => ({ ...asked, isRemixed: value === '1' })],
]
function withState(value: string, asked: GalleryQuery, name = 'state'): GalleryQuery {
  const { query: read } = readGalleryQuery(new URLSearchParams({ [name]: value }))
  return name === 'state' ? { ...asked, states: read.states } : { ...asked, styles: read.styles }
}

async function assertAgrees(known: readonly Known[], asked: GalleryQuery): Promise<void> {
  const expected = naiveFind(known, asked).map(({ id }) => id)
  const about = galleryParams(asked).toString()
  expect(await pagesOf(asked), about).toEqual(expected)
  const shape = await taskSearch().shapeOf(asked, 4)
  expect(shape.total, about).toBe(expected.length)
  const second = shape.cursors[0]
  if (second !== undefined) {
    const page = await taskSearch().pageOf(asked, { limit: 4, cursor: second })
    expect(page.ids).toEqual(expected.slice(4, 8))
  }
  const middle = expected[Math.floor(expected.length / 2)]
  if (middle !== undefined) {
    const index = expected.indexOf(middle)
    const [previous = null, next = null] = [expected[index - 1], expected[index + 1]]
    const place = await taskSearch().placeOf(asked, middle)
    expect(place, about).toEqual({ total: expected.length, index, previous, next })
    const range = { from: expected.at(-1) ?? '', to: middle, limit: 100 }
    expect(await taskSearch().idsBetween(asked, range)).toEqual(expected.slice(index))
    const younger = naiveFind(known, { ...asked, sort: 'newest' }).filter(({ id }) => id > middle)
    expect(await taskSearch().freshCount(asked, middle)).toBe(younger.length)
  }
  const { total, facets } = await taskSearch().countsOf(asked)
  expect(total).toBe(expected.length)
  for (const [facet, values, choose] of CHOICES)
    for (const value of values) {
      const count = facets[facet].find((choice) => choice.value === value)?.count ?? 0
      const left = naiveFind(known, choose(value, asked)).length
      expect(count, `${about}: ${facet} ${value}`).toBe(left)
    }
}

test(
  'the index and a plain look at every task agree, whatever was written',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(newTask, { minLength: 5, maxLength: 12 }),
        fc.array(write, { maxLength: 25 }),
        fc.array(query, { minLength: 6, maxLength: 6 }),
        async (first, writes, queries) => {
          const { remove } = await testDatabase()
          forgetTable()
          try {
            await prepareIndex()
            await fillIndex()
            for (const id of COLLECTIONS) await putCollection(id)
            const known: Known[] = []
            for (const task of first) await apply(known, { kind: 'put', task })
            for (const one of writes) await apply(known, one)
            for (const asked of queries) await assertAgrees(known, asked)
            await fillIndex()
            for (const asked of queries) await assertAgrees(known, asked)
          } finally {
            await remove()
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    )
  },
)
