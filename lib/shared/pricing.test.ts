import { describe, expect, it } from 'vitest'
import { fieldValues, MODELS, RESOLUTIONS } from './models/catalogue'
import { readPrices } from './price-schema'
import {
  DEFAULT_PRICES,
  estimateBodies,
  explainBody,
  explainCost,
  PRICED_SECONDS,
  type PriceTable,
} from './pricing'

const model = 'aisphere-v5.5'
const partsOf = (params: object, prices?: PriceTable) =>
  explainCost({ model, params: { duration: 5, resolution: '540p', ...params } }, prices)?.parts.map(
    ({ kind, credits }) => `${kind} ${credits}`,
  )

describe('what makes up a price', () => {
  it.each<[object, string[]]>([
    [{}, ['base 45']],
    [{ motionMode: 'normal', generateAudioSwitch: false }, ['base 45']],
    [{ motionMode: 'fast' }, ['base 45', 'fast 45']],
    [
      { generateAudioSwitch: true, generateMultiClipSwitch: true },
      ['base 45', 'audio 10', 'multiClip 30'],
    ],
    [{ soundEffectSwitch: true }, ['base 45', 'soundEffect 10']],
    [{ soundEffectSwitch: true, duration: 8 }, ['base 90', 'soundEffect 20']],
  ])('of %j is %j', (params, parts) => expect(partsOf(params)).toEqual(parts))

  it('is the whole: the parts of every combination make up its credits', () => {
    const prices = {
      ...DEFAULT_PRICES,
      fastFactor: 1.35,
      audio: 0.1,
      soundEffectPerFiveSeconds: 0.7,
    }
    for (const resolution of RESOLUTIONS)
      for (const duration of PRICED_SECONDS.map(Number))
        for (const motionMode of ['normal', 'fast'])
          for (const isOn of [false, true]) {
            const switches = { generateAudioSwitch: isOn, soundEffectSwitch: isOn }
            const params = { resolution, duration, motionMode, ...switches }
            const cost = explainCost({ model, params }, prices)
            const sum = cost?.parts.reduce((total, { credits }) => total + credits, 0) ?? 0
            if (cost) expect(cost.estimate.credits).toBeCloseTo(sum, 6)
            else expect([resolution, duration]).toEqual(['1080p', 10])
          }
  })

  it('has a place in the table for every length that a model offers', () => {
    const offered = MODELS.flatMap((each) => fieldValues(each, 'duration', 'page') ?? []).map(
      String,
    )
    expect(new Set(offered)).toEqual(new Set<string>(PRICED_SECONDS))
  })

  it('takes the defaults for what a body leaves out, and none for a model that is not there', () => {
    expect(explainBody({ model, prompt: '' }, DEFAULT_PRICES)?.estimate.credits).toBe(45)
    expect(explainBody({ model: 'other', prompt: '' }, DEFAULT_PRICES)).toBeNull()
  })

  it('is in the currency of the table; in US dollars only where that is it', () => {
    const prices = { ...DEFAULT_PRICES, creditPrice: 0.07, currency: 'CNY' } as const
    expect(explainBody({ model, prompt: '' }, prices)?.estimate).toEqual({
      credits: 45,
      usd: null,
      amount: 3.15,
      currency: 'CNY',
    })
  })

  it('adds several up, and counts those without a price', () => {
    const one = { model, prompt: '' }
    const odd = { ...one, resolution: '1080p', duration: 10 }
    expect(estimateBodies([one, odd, { ...one, duration: 8 }], DEFAULT_PRICES)).toEqual({
      estimate: { credits: 135, usd: 1.35, amount: 1.35, currency: 'USD' },
      unpriced: 1,
    })
  })
})

describe('a price table', () => {
  it('is read as it is', () => {
    const stored: unknown = JSON.parse(JSON.stringify(DEFAULT_PRICES))
    expect(readPrices(stored)).toEqual({ ok: true, prices: DEFAULT_PRICES })
  })

  it('may leave a price out, and be free', () => {
    const credits = { ...DEFAULT_PRICES.credits, '1080p': {} }
    expect(readPrices({ ...DEFAULT_PRICES, credits, creditPrice: 0 }).ok).toBe(true)
  })

  it('names every number that cannot be one, in one answer', () => {
    const wrong = {
      ...DEFAULT_PRICES,
      credits: { ...DEFAULT_PRICES.credits, '1080p': { '5': -1, '8': null, '9': 4 } },
      fastFactor: 0.5,
      audio: '10',
      creditPrice: Number.NaN,
      currency: 'XYZ',
      colour: 'red',
    }
    const read = readPrices(wrong)
    const problems = read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)
    expect(problems.toSorted()).toEqual(
      [
        'audio price_form',
        'colour unknown_field',
        'credits.1080p.5 price_form',
        'credits.1080p.8 price_form',
        'credits.1080p.9 unknown_field',
        'creditPrice price_form',
        'currency value_not_offered',
        'fastFactor price_form',
      ].toSorted(),
    )
  })
})
