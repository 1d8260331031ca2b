import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTask, type NewTask } from '@/lib/shared/task-schema'
import { pageComplaints } from '@/lib/simulator/page-rules'
import { parseContract } from './contract'
import { gatewayBody } from './gateway-body'
import {
  combinations,
  countCombinations,
  MAIN_AXES,
  OTHER_AXES,
  WRONG_AXES,
} from './test-combinations'
import { MAKER_RULES } from './test-maker-table'
import { pageForbids, type Asked } from './test-page-table'

const CONTRACT = parseContract()
const ADDRESS = 'https://studio.example/p.jpg'
const PROMPT = '@cat runs'
const REFERENCE = { type: 'subject', refName: 'cat' }

/** The same pictures as the studio and as the gateway is given them. */
const PICTURES = {
  image: { studio: { imageId: 'p' }, gateway: { imageUrl: ADDRESS } },
  headtailImages: {
    studio: { head: { imageId: 'p' }, tail: { imageId: 'p' } },
    gateway: { headImageUrl: ADDRESS, tailImageUrl: ADDRESS },
  },
  characterImages: {
    studio: [{ imageId: 'p', ...REFERENCE }],
    gateway: [{ imageUrl: ADDRESS, ...REFERENCE }],
  },
} as const

type Outcome = {
  count: number
  allowed: { page: number; strict: number }
  /** Where two readings of the page differ, and where the body that is sent is not what was asked. */
  disagreements: string[]
  bodies: string[]
  /** Where strict rules allow more than the page, and where they forbid something else than the maker. */
  strict: string[]
  /** Combinations that each rule of the maker takes from those that the page allows. */
  taken: Record<string, number>
}

/** The three readings of every combination, and what strict rules make of it. */
async function compare(axes: Parameters<typeof combinations>[0]): Promise<Outcome> {
  const outcome: Outcome = {
    count: 0,
    allowed: { page: 0, strict: 0 },
    disagreements: [],
    bodies: [],
    strict: [],
    taken: {},
  }
  for (const asked of combinations(axes)) {
    outcome.count += 1
    // The runner must hear from its worker now and then.
    if (outcome.count % 20_000 === 0) await setImmediate()
    const page = pageForbids(asked).join()
    const catalogue = readTask(studioBody(asked), 'page')
    const readings = { page, catalogue: fieldsOf(catalogue), simulator: simulatorForbids(asked) }
    if (readings.catalogue !== page || readings.simulator !== page) {
      outcome.disagreements.push(tell(asked, readings))
    }
    if (catalogue.ok) {
      outcome.allowed.page += 1
      compareBody(asked, catalogue.task, outcome)
    }
    compareStrict(asked, page, outcome)
  }
  return outcome
}

function compareBody(asked: Asked, task: NewTask, outcome: Outcome): void {
  const sent = sentBody(task)
  const wanted = { duration: 5, resolution: '540p', ...askedBody(asked) }
  if (!isDeepStrictEqual(sent, wanted)) outcome.bodies.push(tell(asked, { sent, wanted }))
  const refused = pageComplaints(sent, CONTRACT.headtailKeys)
  if (refused.length > 0) outcome.bodies.push(tell(asked, { sent, refused }))
}

function compareStrict(asked: Asked, page: string, outcome: Outcome): void {
  const strict = fieldsOf(readTask(studioBody(asked), 'strict'))
  if (!strict) outcome.allowed.strict += 1
  if (page) {
    if (!strict) outcome.strict.push(tell(asked, { page, strict }))
    return
  }
  const broken = MAKER_RULES.filter((rule) => rule.forbids(asked))
  const maker = sortedFields(broken.map((rule) => rule.field))
  if (strict !== maker) outcome.strict.push(tell(asked, { maker, strict }))
  for (const { says } of broken) outcome.taken[says] = (outcome.taken[says] ?? 0) + 1
}

function sentBody(task: NewTask): object {
  const pictures = task.pictures.map((picture) => ({ ...picture, address: ADDRESS }))
  return gatewayBody({ ...task, pictures }, CONTRACT)
}

function studioBody({ model, pictures, settings }: Asked): object {
  return { model, prompt: PROMPT, [pictures]: PICTURES[pictures].studio, ...settings }
}

/** What was asked in the page's own form, allowed or not. */
function askedBody({ model, pictures, settings }: Asked): object {
  const picture = PICTURES[pictures].gateway
  return { _action: 'i2v', model, prompt: PROMPT, [pictures]: picture, ...settings }
}

function simulatorForbids(asked: Asked): string {
  const complaints = pageComplaints(askedBody(asked), CONTRACT.headtailKeys)
  return sortedFields(complaints.map(({ field }) => field))
}

function fieldsOf(read: ReturnType<typeof readTask>): string {
  return read.ok ? '' : sortedFields(read.problems.map(({ path }) => path))
}

function sortedFields(fields: string[]): string {
  return [...new Set(fields)].sort().join()
}

function tell(asked: Asked, found: object): string {
  return JSON.stringify({ ...asked, ...found })
}

/** All of them would be more than anyone reads. */
const firstOf = (list: string[]) => ({ count: list.length, first: list.slice(0, 3) })
const NONE = { count: 0, first: [] }

/** How many each rule of the maker takes away; one combination may break several. */
const TAKEN_FROM_MAIN = {
  '[U] v3.5, v4 and v4.5 make 5 s at 1080p': 3928,
  '[U] v5.5 makes 5 or 8 s at 1080p': 6,
  '[U] v5 has no fast': 480,
  '[I] v5.5 has no fast': 24,
  '[I] fast and a camera move exclude each other': 14720,
  '[U] frames take no camera move': 6080,
  '[U] references take no camera move': 21280,
  '[U] references take no style': 20064,
  '[U] references take no motion mode': 14168,
}
const TAKEN_FROM_OTHER = {
  '[U] v5 has no fast': 60,
  '[I] v5.5 has no fast': 288,
  '[U] references take no motion mode': 40,
  '[I] the words of a sound need its switch': 80,
  '[U] a seed is 0 to 2147483647': 632,
}

describe.each([
  {
    name: 'model × mode × resolution × seconds × motion × style × camera × sound',
    axes: MAIN_AXES,
    allowed: { page: 77_056, strict: 36_006 },
    taken: TAKEN_FROM_MAIN,
  },
  {
    name: 'audio × several clips × thinking × seed × sound × fast × 10 s',
    axes: OTHER_AXES,
    allowed: { page: 1_264, strict: 416 },
    taken: TAKEN_FROM_OTHER,
  },
  {
    name: 'values that the page does not name',
    axes: WRONG_AXES,
    allowed: { page: 0, strict: 0 },
    taken: {},
  },
])('$name', ({ name, axes, allowed, taken }) => {
  let outcome: Outcome
  let seconds: number

  beforeAll(async () => {
    const before = process.cpuUsage()
    outcome = await compare(axes)
    // Of the processor: on a busy machine the clock says little.
    seconds = Math.ceil(process.cpuUsage(before).user / 1_000_000)
    const { page, strict } = outcome.allowed
    console.info(
      `${name}: ${outcome.count} combinations; ${page} allowed, ${strict} by strict rules; ${seconds} s`,
    )
  }, 300_000)

  it('walks all of it within a minute', () => {
    expect(seconds).toBeLessThan(60)
    expect(outcome.count).toBe(countCombinations(axes))
    expect(outcome.allowed).toEqual(allowed)
  })

  it('is read the same by the catalogue, the simulator and the table', () => {
    expect(firstOf(outcome.disagreements)).toEqual(NONE)
  })

  it('is sent as it was asked, with seconds and resolution, and nothing else', () => {
    expect(firstOf(outcome.bodies)).toEqual(NONE)
  })

  it('loses to strict rules what the maker forbids, and no more', () => {
    expect(firstOf(outcome.strict)).toEqual(NONE)
    expect(outcome.taken).toEqual(taken)
  })
})

/** Bodies about references and texts, of which the page says nothing but that they are strings. */
const REFERENCES = (...names: string[]) => ({
  characterImages: names.map((refName) => ({ imageId: 'p', type: 'subject', refName })),
})

describe('what the page says nothing about', () => {
  it.each<[string, object, string]>([
    ['four references', REFERENCES('cat', 'dog', 'cow', 'hen'), 'characterImages'],
    ['a name in Chinese', REFERENCES('猫'), 'characterImages.0.refName'],
    ['no name', REFERENCES(''), 'characterImages.0.refName'],
    ['a name twice', REFERENCES('cat', 'cat'), 'characterImages.0.refName'],
    ['a name that begins another', REFERENCES('cat', 'catfish'), 'characterImages.0.refName'],
    ['a name that the prompt does not use', REFERENCES('dog'), 'characterImages.0.refName'],
  ])(
    '%s: allowed by page rules, and the simulator takes it; strict rules refuse',
    (_, pictures, path) => {
      const body = { model: 'aisphere-v5', prompt: '@cat @catfish @cow @hen @猫 ', ...pictures }
      const read = readTask(body, 'page')
      expect(read.ok && pageComplaints(sentBody(read.task), CONTRACT.headtailKeys)).toEqual([])
      expect(fieldsOf(readTask(body, 'strict')).split(',')).toContain(path)
    },
  )

  it.each<[string, object, string]>([
    [
      'a kind of reference that nobody knows',
      { characterImages: [{ imageId: 'p', type: 'pet', refName: 'cat' }] },
      'characterImages.0.type',
    ],
    [
      'words for a sound beyond all length',
      { soundEffectContent: 'x'.repeat(2049) },
      'soundEffectContent',
    ],
    ['a prompt of blanks', { prompt: '  ' }, 'prompt'],
  ])('%s: refused under either rules', (_, changes, path) => {
    const pictures = 'characterImages' in changes ? {} : { image: { imageId: 'p' } }
    const body = { model: 'aisphere-v5', prompt: 'x', ...pictures, ...changes }
    expect(fieldsOf(readTask(body, 'page'))).toBe(path)
    expect(fieldsOf(readTask(body, 'strict')).split(',')).toContain(path)
  })
})
