import { describe, expect, it } from 'vitest'
import type { MODES } from '@/lib/shared/models/catalogue'
import { FIELDS, RULE_SETS } from '@/lib/shared/models/catalogue'
import { modelsOnWireSchema, type ModelField } from '@/lib/shared/models-on-wire'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { readTask } from '@/lib/shared/task-schema'
import { describeModels } from './describe-models'

const PICTURES = {
  image: { image: { imageId: 'p' } },
  frames: { headtailImages: { head: { imageId: 'p' }, tail: { imageId: 'p' } } },
  reference: { characterImages: [{ imageId: 'p', type: 'subject', refName: 'cat' }] },
} as const
const prices = DEFAULT_PRICES

/** A value of each field, for models that do not take it. */
const ANY_VALUE: Record<(typeof FIELDS)[number], unknown> = {
  duration: 5,
  resolution: '540p',
  seed: 1,
  negativePrompt: 'blur',
  motionMode: 'normal',
  style: 'normal',
  cameraMovement: 'zoom_in',
  soundEffectSwitch: false,
  soundEffectContent: 'birds',
  generateAudioSwitch: true,
  generateMultiClipSwitch: true,
  thinkingType: 'auto',
}

/** A value of each kind that nothing but the field itself could be refused for. */
function someValues({ kind, values, min = 0, max = 1 }: ModelField): unknown[] {
  if (values) return values
  return { switch: [true, false], text: ['words'], integer: [min, max], choice: [] }[kind]
}

describe.each(RULE_SETS)('what is served under %s rules', (rules) => {
  const served = modelsOnWireSchema.parse(describeModels({ rules, locale: 'en', prices }))
  const refused = (model: string, mode: (typeof MODES)[number], settings: object): string[] => {
    const body = { model, prompt: '@cat runs', ...PICTURES[mode], ...settings }
    const read = readTask(body, rules)
    return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)
  }

  it('is what the server takes: every value of every field in every mode', () => {
    for (const { id, modes, fields } of served.models) {
      for (const mode of modes) {
        for (const name of FIELDS) {
          const field = fields.find((one) => one.name === name)
          if (!field?.modes.includes(mode)) {
            const codes = refused(id, mode, { [name]: ANY_VALUE[name] })
            expect(codes.some((one) => one.startsWith(`${name} field_not_in_mo`))).toBe(true)
            continue
          }
          const needed = name === 'soundEffectContent' ? { soundEffectSwitch: true } : {}
          for (const value of someValues(field)) {
            expect(refused(id, mode, { ...needed, [name]: value })).toEqual([])
          }
        }
      }
    }
  })

  it('excludes what the server refuses, pair by pair, and nothing else', () => {
    for (const { id, exclusions } of served.models) {
      for (const { code, field, when, needs } of exclusions) {
        for (const choice of when.values ?? ['words']) {
          for (const value of servedValues(id, needs.field)) {
            const found = refused(id, 'image', { [when.field]: choice, [needs.field]: value })
            expect(found.includes(`${field} ${code}`)).toBe(!needs.values.includes(value))
          }
          const found = refused(id, 'image', { [when.field]: choice })
          expect(found.includes(`${field} ${code}`)).toBe(!needs.mayBeAbsent)
        }
      }
    }
  })

  it('lists every exclusion of a model that can be broken', () => {
    const codes = served.models.map(({ label, exclusions }) =>
      [label, ...exclusions.map(({ code }) => code)].join(' '),
    )
    const fast = 'fast_needs_five_seconds fast_not_full_hd'
    const text = 'sound_text_needs_switch'
    expect(codes).toEqual(
      rules === 'page'
        ? [`v5.5 ${fast}`, `v5 ${fast}`, `v4.5 ${fast}`, `v4 ${fast}`, `v3.5 ${fast}`]
        : [
            'v5.5 full_hd_seconds',
            `v5 ${text}`,
            `v4.5 ${fast} fast_not_with_camera full_hd_seconds ${text}`,
            `v4 ${fast} fast_not_with_camera full_hd_seconds ${text}`,
            `v3.5 ${fast} full_hd_seconds ${text}`,
          ],
    )
  })

  function servedValues(model: string, field: string): (string | number | boolean)[] {
    const fields = served.models.find(({ id }) => id === model)?.fields ?? []
    return fields.find(({ name }) => name === field)?.values ?? [true, false]
  }
})

it('says a default only where something is known, and a reason in the language of the request', () => {
  const served = describeModels({ rules: 'strict', locale: 'zh', prices })
  const v4 = served.models.find(({ label }) => label === 'v4')
  const defaults = v4?.fields.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value]],
  )
  expect(defaults).toEqual([
    ['duration', 5],
    ['resolution', '540p'],
    ['motionMode', 'normal'],
    ['soundEffectSwitch', false],
  ])
  expect(v4?.exclusions.find(({ code }) => code === 'full_hd_seconds')).toEqual({
    code: 'full_hd_seconds',
    message: expect.stringMatching(/1080p.*5.*秒/),
    field: 'duration',
    when: { field: 'resolution', values: ['1080p'] },
    needs: { field: 'duration', values: [5], mayBeAbsent: true },
  })
})

it('has limits that page rules lift, and limits that stay', () => {
  const [strict, page] = [
    describeModels({ rules: 'strict', locale: 'en', prices }),
    describeModels({ rules: 'page', locale: 'en', prices }),
  ].map(({ limits }) => limits)
  expect(strict?.references).toEqual({
    max: 3,
    types: ['subject', 'background'],
    namePattern: '^[A-Za-z][A-Za-z0-9_]{0,29}$',
  })
  expect(page?.references).toMatchObject({ max: null, namePattern: null })
  expect(page?.pictures).toEqual({ minSide: 300, maxSide: 4000, maxRatio: 2.5 })
  expect(page?.pictures).toEqual(strict?.pictures)
})
