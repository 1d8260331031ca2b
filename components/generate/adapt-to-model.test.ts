import { expect, test } from 'vitest'
import { findModel, MODELS, type Model } from '@/lib/shared/models/catalogue'
import { adaptToModel } from './adapt-to-model'
import { EMPTY_FORM, toBody, type FormValues } from './form-values'
import { settingOptions } from './setting-options'

function model(label: string): Model {
  const found = MODELS.find((each) => each.label === label)
  if (!found) throw new Error(`no model ${label}`)
  return found
}
const form = (overrides: Partial<FormValues>): FormValues => ({ ...EMPTY_FORM, ...overrides })
const offered = (label: string, values: FormValues) =>
  settingOptions('duration', { model: model(label), values, rules: 'strict' })

test('seconds come from the catalogue: ten only with v5.5', () => {
  const counts = MODELS.map(({ label }) => [
    label,
    offered(label, EMPTY_FORM)
      .map(({ value }) => value)
      .join(' '),
  ])
  expect(counts).toEqual([
    ['v5.5', '5 8 10'],
    ['v5', '5 8'],
    ['v4.5', '5 8'],
    ['v4', '5 8'],
    ['v3.5', '5 8'],
  ])
})

test('a combination that is excluded is named with its reason, and lifted by the page’s rules', () => {
  const values = form({ resolution: '1080p' })
  expect(offered('v4', values)[1]).toEqual({
    value: '8',
    conflict: { path: 'duration', code: 'full_hd_seconds', values: { seconds: '5' } },
  })
  const lifted = settingOptions('duration', { model: model('v4'), values, rules: 'page' })
  expect(lifted.every(({ conflict }) => conflict === null)).toBe(true)
})

test('another model keeps what it takes', () => {
  const values = form({
    duration: 8,
    resolution: '720p',
    seed: '7',
    negativePrompt: 'rain',
    prompt: 'p',
  })
  const adapted = adaptToModel(values, model('v4.5'), 'strict')
  expect(adapted).toEqual({ values: { ...values, model: 'aisphere-v4.5' }, resets: [] })
})

test('ten seconds are dropped by a model that has none, and it says so', () => {
  const { values, resets } = adaptToModel(form({ duration: 10 }), model('v5'), 'strict')
  expect(values.duration).toBe(5)
  expect(resets).toEqual([{ field: 'duration', from: '10', to: '5', reason: null }])
})

test('what the new model excludes is put right, with the reason', () => {
  const { values, resets } = adaptToModel(
    form({ duration: 8, resolution: '1080p' }),
    model('v3.5'),
    'strict',
  )
  expect([values.resolution, values.duration]).toEqual(['1080p', 5])
  expect(resets).toMatchObject([{ field: 'duration', reason: { code: 'full_hd_seconds' } }])
})

test('a model without a setting forgets it, and says so', () => {
  const bare = { ...model('v5'), fields: { ...model('v5').fields, seed: undefined } }
  const { values, resets } = adaptToModel(form({ seed: '7' }), bare, 'strict')
  expect(values.seed).toBe('')
  expect(resets).toEqual([{ field: 'seed' }])
})

test('whatever model is chosen after whatever other, its settings are ones it takes', () => {
  for (const first of MODELS) {
    for (const duration of [5, 8, 10]) {
      for (const resolution of ['360p', '540p', '720p', '1080p']) {
        const { values } = adaptToModel(form({ duration, resolution }), first, 'strict')
        const options = offered(first.label, values)
        const current = options.find(({ value }) => value === String(values.duration))
        expect(current?.conflict, `${first.label} ${resolution} ${duration}`).toBeNull()
      }
    }
  }
})

test('what is left empty is not sent', () => {
  expect(toBody(form({ prompt: 'p', seed: ' ', negativePrompt: ' ' }))).toEqual({
    model: findModel(EMPTY_FORM.model)?.id,
    prompt: 'p',
    resolution: '540p',
    duration: 5,
  })
})
