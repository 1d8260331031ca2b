import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isGridKey } from '../gallery/move-in-grid'
import { areaOf, SHORTCUT_IDS, shortcut, type ShortcutArea } from './shortcut-list'

const ROOT = path.join(import.meta.dirname, '../../..')

/** Areas whose keys are heard at the same time. */
const TOGETHER: readonly ShortcutArea[][] = [
  ['everywhere', 'create'],
  ['everywhere', 'gallery', 'selection'],
  ['everywhere', 'viewer'],
]

const sources = ['components', 'lib/client'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)test-/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, folder, file), 'utf8') })),
)
const bound = sources.flatMap(({ text }) =>
  [...text.matchAll(/\buseShortcut\(\s*'([^']+)'/g)].map(([, id]) => id),
)

test('every key of the list is bound somewhere', () => {
  expect(SHORTCUT_IDS.length).toBeGreaterThan(3)
  const unbound = SHORTCUT_IDS.filter((id) => !bound.includes(id))
  const native = SHORTCUT_IDS.filter((id) => shortcut(id).isNative)
  expect(unbound).toEqual(native)
})

test('where the list says that the grid hears a key by itself, it does', () => {
  for (const id of ['gallery.move', 'gallery.first', 'gallery.last'] as const) {
    expect(
      shortcut(id).keys.filter((key) => !isGridKey(key)),
      id,
    ).toEqual([])
  }
})

test('no key is bound that is not in the list', () => {
  const listed: readonly string[] = SHORTCUT_IDS
  expect(bound.filter((id = '') => !listed.includes(id))).toEqual([])
  // A page that listens by itself would have keys that no list knows.
  const listening = sources.filter(({ text }) =>
    /(window|document)\.addEventListener\(\s*'key/.test(text),
  )
  expect(listening.map(({ file }) => file)).toEqual(['shortcuts/use-shortcut.ts'])
})

test.each(TOGETHER)('of %s, %s and %s no two have the same key', (...areas) => {
  const keys = SHORTCUT_IDS.filter((id) => areas.includes(areaOf(id))).flatMap(
    (id) => shortcut(id).keys,
  )
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
