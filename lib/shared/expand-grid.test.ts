import { describe, expect, it } from 'vitest'
import {
  countingSeeds,
  expandGrid,
  fieldAxis,
  GRID_MAX,
  ownSeeds,
  soundAxis,
  type Axis,
} from './expand-grid'
import { gridFields, gridTexts } from './grid-fields'
import { SEED_MAX, TEXT_MAX_CHARACTERS } from './limits'
import { MODELS, RULE_SETS } from './models/catalogue'
import { readTask, type TaskBody } from './task-schema'

const BASE: TaskBody = {
  model: 'aisphere-v4.5',
  prompt: 'a cat',
  image: { imageId: 'a' },
  resolution: '540p',
  duration: 5,
}
const pictures: Axis = ['a', 'b'].map((imageId) => ({ image: { imageId } }))

describe('a grid', () => {
  it('is the base alone without axes', () => {
    const grid = { bodies: [BASE], leftOut: [], total: 1, isTooLarge: false }
    expect(expandGrid(BASE, [], 'strict')).toEqual(grid)
    expect(expandGrid(BASE, [[], []], 'strict')).toEqual(grid)
  })

  it('has every combination once, the last axis turning fastest', () => {
    const seeds = countingSeeds(7, 3).map((seed) => ({ seed }))
    const { bodies, total } = expandGrid(BASE, [pictures, seeds], 'strict')
    expect(bodies.map(({ image, seed }) => `${image?.imageId}${seed}`)).toEqual([
      'a7',
      'a8',
      'a9',
      'b7',
      'b8',
      'b9',
    ])
    expect(total).toBe(6)
  })

  it('leaves out what the catalogue refuses, counted by reason', () => {
    const axes = [
      pictures,
      fieldAxis('motionMode', ['normal', 'fast']),
      fieldAxis('duration', [5, 8]),
      fieldAxis('resolution', ['540p', '1080p']),
    ]
    const { bodies, leftOut, total } = expandGrid(BASE, axes, 'strict')
    expect(leftOut.map(({ count, problem }) => `${count} ${problem.code}`)).toEqual([
      '4 fast_needs_five_seconds',
      '2 full_hd_seconds',
      '2 fast_not_full_hd',
    ])
    expect([bodies.length, total]).toEqual([8, 16])
  })

  it('lifts what only the maker says under the rules of the page', () => {
    const axes = [fieldAxis('duration', [5, 8]), fieldAxis('resolution', ['1080p'])]
    expect(expandGrid(BASE, axes, 'page').leftOut).toEqual([])
  })

  it('can leave a setting out, and then sends none', () => {
    const base = { ...BASE, cameraMovement: 'zoom_in' }
    const { bodies } = expandGrid(base, [fieldAxis('cameraMovement', [null, 'whip_pan'])], 'strict')
    expect(bodies).toEqual([BASE, { ...BASE, cameraMovement: 'whip_pan' }])
  })

  it('takes the words on a sound away with the sound', () => {
    const base = { ...BASE, soundEffectSwitch: true, soundEffectContent: 'birds' }
    const { bodies, leftOut } = expandGrid(
      base,
      [fieldAxis('soundEffectSwitch', [false, true])],
      'strict',
    )
    expect(bodies).toEqual([{ ...BASE, soundEffectSwitch: false }, base])
    expect(leftOut).toEqual([])
  })

  it('turns the sound on for words on it; beside them stands none, where that is asked for', () => {
    const words = fieldAxis('soundEffectContent', ['birds', 'rain'])
    const off = fieldAxis('soundEffectSwitch', [false, true])
    const sounds = (axis: Axis) => {
      const { bodies, leftOut } = expandGrid(BASE, [axis], 'strict')
      expect(leftOut).toEqual([])
      return bodies.map((body) => [body.soundEffectSwitch, body.soundEffectContent])
    }
    const each = [
      [true, 'birds'],
      [true, 'rain'],
    ]
    expect(sounds(soundAxis([], words))).toEqual(each)
    expect(sounds(soundAxis(off, words))).toEqual([[false, undefined], ...each])
    expect(soundAxis(off, [])).toBe(off)
  })

  it('is not looked at when it is absurdly large', () => {
    const many = countingSeeds(0, 100).map((seed) => ({ seed }))
    const grid = expandGrid(BASE, [many, many], 'strict')
    expect(grid).toEqual({ bodies: [], leftOut: [], total: 10_000, isTooLarge: true })
    expect(expandGrid(BASE, [many, many.slice(80)], 'strict').total).toBe(GRID_MAX)
  })
})

describe('seeds', () => {
  it('count on, and begin anew after the largest', () => {
    expect(countingSeeds(SEED_MAX - 1, 3)).toEqual([SEED_MAX - 1, SEED_MAX, 0])
  })

  it('are the same for the same start, all different, and all seeds', () => {
    for (const start of [0, 1, 12_345, SEED_MAX, 4_294_967_295]) {
      const seeds = ownSeeds(start, 200)
      expect(ownSeeds(start, 200)).toEqual(seeds)
      expect(new Set(seeds).size).toBe(200)
      expect(seeds.every((seed) => seed >= 0 && seed <= SEED_MAX && Number.isInteger(seed))).toBe(
        true,
      )
    }
  })
})

/** Numbers as they come, the same in each run. */
function dice(seed: number) {
  let state = seed
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
  return {
    below: (limit: number) => (next() >>> 8) % limit,
    some: <T>(values: readonly T[]): T[] => values.filter(() => (next() >>> 8) % 2 === 0),
  }
}

/** None, short, and as long as may be. */
const WORDS = ['rain', '雨'.repeat(TEXT_MAX_CHARACTERS)] as const

const SOURCES: Partial<TaskBody>[] = [
  { image: { imageId: 'a' } },
  { headtailImages: { head: { imageId: 'a' }, tail: { imageId: 'b' } } },
  { characterImages: [{ imageId: 'a', type: 'subject', refName: 'cat' }] },
]

describe.each(RULE_SETS)('under the rules %s', (rules) => {
  it('whatever is varied, each body is one that the server takes, and none is lost', () => {
    let seen = 0
    for (let round = 0; round < 400; round += 1) {
      const die = dice(round + 1)
      const model = MODELS[die.below(MODELS.length)]?.id ?? ''
      const base: TaskBody = {
        model,
        prompt: 'a cat @cat',
        ...SOURCES[die.below(SOURCES.length)],
      }
      const models = die.below(4) === 0 ? MODELS.map(({ id }) => id) : [model]
      const offers = gridFields({ base, models, rules }).filter(
        ({ field }) => field !== 'model' || models.length > 1,
      )
      const texts = gridTexts({ base, models, rules })
      const textAxis = (field: (typeof texts)[number]) =>
        texts.includes(field) && die.below(2) === 0 ? fieldAxis(field, die.some(WORDS)) : []
      const settings = offers.map(({ field, values }) => {
        const axis = die.below(2) === 0 ? fieldAxis(field, die.some(values)) : []
        return field === 'soundEffectSwitch'
          ? soundAxis(axis, textAxis('soundEffectContent'))
          : axis
      })
      const axes = [textAxis('negativePrompt'), ...settings]
      const grid = expandGrid(base, axes, rules)
      const refused = grid.bodies.filter((body) => !readTask(body, rules).ok)
      expect(refused, JSON.stringify(refused[0])).toEqual([])
      const left = grid.leftOut.reduce((sum, { count }) => sum + count, 0)
      if (!grid.isTooLarge) expect(grid.bodies.length + left).toBe(grid.total)
      expect(new Set(grid.bodies.map((body) => JSON.stringify(body))).size).toBe(grid.bodies.length)
      seen += grid.bodies.length
    }
    expect(seen).toBeGreaterThan(1_000)
  })

  it('what one model alone offers fits it wherever nothing else speaks against it', () => {
    for (const model of MODELS) {
      const base = { ...BASE, model: model.id }
      for (const { field, values } of gridFields({ base, models: [model.id], rules })) {
        if (field === 'model') continue
        const { leftOut } = expandGrid(base, [fieldAxis(field, values)], rules)
        expect(leftOut, `${model.label} ${field}`).toEqual([])
      }
    }
  })
})

it('words are asked for only where the catalogue takes them', () => {
  const texts = (models: string[], rules: 'strict' | 'page' = 'strict') =>
    gridTexts({ base: BASE, models, rules })
  expect(texts(['aisphere-v4.5'])).toEqual(['negativePrompt', 'soundEffectContent'])
  expect(texts(['aisphere-v5.5'])).toEqual(['negativePrompt'])
  expect(texts(['aisphere-v5.5', 'aisphere-v4.5'])).toContain('soundEffectContent')
})

it('a setting is offered only where the catalogue has a choice', () => {
  const fields = (model: string, rules: 'strict' | 'page') =>
    gridFields({ base: { ...BASE, model }, models: [model], rules }).map(({ field }) => field)
  expect(fields('aisphere-v5.5', 'strict')).toEqual([
    'model',
    'resolution',
    'duration',
    'generateAudioSwitch',
    'generateMultiClipSwitch',
    'thinkingType',
  ])
  expect(fields('aisphere-v5.5', 'page')).toContain('motionMode')
  expect(fields('aisphere-v4', 'strict')).toContain('cameraMovement')
})
