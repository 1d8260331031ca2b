import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_CODES } from './errors'
import { MODES, RULE_SETS } from './models/catalogue'
import { readTask } from './task-schema'
import { BREAKAGES, PICTURE_BREAKAGES, SOUND_BODIES, type Breakage } from './test-breakages'

const RUNS = { numRuns: 1_000 }

/** The field at fault, once however many rules it breaks. */
function brokenPaths(body: unknown, rules: (typeof RULE_SETS)[number]): string[] {
  const read = readTask(body, rules)
  return read.ok ? [] : [...new Set(read.problems.map(({ path }) => path))].sort()
}

/** Some breakages, at most one a field: of two on one path only the later would be there. */
function someOf(list: readonly Breakage[]) {
  return fc
    .shuffledSubarray([...list], { maxLength: 8 })
    .map((some) => some.filter(({ path }, at) => !some.slice(0, at).some(overlaps(path))))
}

const overlaps = (path: string) => (other: Breakage) =>
  `${other.path}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other.path}.`)

describe.each(RULE_SETS)('under %s rules', (rules) => {
  it.each(MODES)('nothing is wrong with the body of mode %s', (mode) => {
    expect(brokenPaths(SOUND_BODIES[mode], rules)).toEqual([])
  })

  it.each(MODES)('every broken field is named in one answer, and no other: mode %s', (mode) => {
    const list = [...BREAKAGES, ...PICTURE_BREAKAGES[mode]].filter(
      ({ isStrict }) => rules === 'strict' || !isStrict,
    )
    fc.assert(
      fc.property(someOf(list), (breakages) => {
        const hasModel = breakages.every(({ path }) => path !== 'model')
        const body = breakages.reduce<Record<string, unknown>>(
          (before, { change }) => change(before),
          SOUND_BODIES[mode],
        )
        const wanted = breakages.filter(({ needsModel }) => hasModel || !needsModel)
        expect(brokenPaths(body, rules)).toEqual(wanted.map(({ path }) => path).sort())
      }),
      RUNS,
    )
  })

  it('a field that there is not is refused by its path, at every depth', () => {
    const key = fc.string({ minLength: 1 }).filter((name) => !/^(imageId|type|refName)$/.test(name))
    const place = fc.constantFrom(
      { at: '', body: SOUND_BODIES.image },
      { at: 'image.', body: SOUND_BODIES.image },
      { at: 'headtailImages.tail.', body: SOUND_BODIES.frames },
      { at: 'characterImages.1.', body: SOUND_BODIES.reference },
    )
    fc.assert(
      fc.property(key, place, fc.jsonValue(), (name, { at, body }, value) => {
        fc.pre(at !== '' || !(name in SHAPE))
        const keys = [...at.split('.').slice(0, -1), name]
        expect(brokenPaths(withEntry(body, keys, value), rules)).toEqual([keys.join('.')])
      }),
      RUNS,
    )
  })

  it('anything at all is answered, with a path and a code for each problem', () => {
    const anything = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...KEYS), fc.anything()))
    fc.assert(
      fc.property(anything, (input) => {
        const read = readTask(input, rules)
        if (read.ok) throw new Error('a task came out of nothing')
        expect(read.problems.length).toBeGreaterThan(0)
        for (const { path, code } of read.problems) {
          expect(path).not.toBe('')
          expect(FIELD_CODES).toContain(code)
        }
      }),
      RUNS,
    )
  })
})

const SHAPE = {
  ...SOUND_BODIES.image,
  ...SOUND_BODIES.frames,
  ...SOUND_BODIES.reference,
  cameraMovement: '',
  generateAudioSwitch: true,
  generateMultiClipSwitch: true,
  thinkingType: '',
}
const KEYS = Object.keys(SHAPE)

/** A copy with one entry more at `keys`, as JSON would bring it: `__proto__` is a name like any other there. */
function withEntry(target: unknown, [first = '', ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(target)) {
    return target.map((one, at) => (String(at) === first ? withEntry(one, rest, value) : one))
  }
  const entries = Object.entries(typeof target === 'object' && target !== null ? target : {})
  const inner = Object.fromEntries(entries)[first]
  const entry = rest.length > 0 ? withEntry(inner, rest, value) : value
  return Object.fromEntries([...entries.filter(([key]) => key !== first), [first, entry]])
}
