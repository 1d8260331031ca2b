import { expect, test } from 'vitest'
import { findModel, MODELS, RULE_SETS, type Model } from './catalogue'
import { checkParams } from './check-task'
import { effectiveParams, type Place } from './effective'
import { EXCLUSIONS } from './exclusions'
import { offers, whyOff } from './offered'
import type { TaskParams } from './task-params'

function place(id: string, overrides: Partial<Place> = {}): Place {
  const model: Model | undefined = findModel(id)
  if (!model) throw new Error(`no model ${id}`)
  return { model, mode: 'image', rules: 'strict', ...overrides }
}
const params = (overrides: Partial<TaskParams> = {}): TaskParams => ({
  duration: 5,
  resolution: '540p',
  ...overrides,
})
const EVERYTHING = params({
  duration: 10,
  resolution: '1080p',
  seed: 7,
  negativePrompt: 'rain',
  motionMode: 'fast',
  style: 'anime',
  cameraMovement: 'zoom_in',
  soundEffectSwitch: false,
  soundEffectContent: 'birds',
  generateAudioSwitch: true,
  generateMultiClipSwitch: true,
  thinkingType: 'enabled',
})

test('whatever is wanted, what is left breaks no rule, in every model and mode', () => {
  for (const rules of RULE_SETS) {
    for (const model of MODELS) {
      for (const mode of model.modes) {
        const { params: left } = effectiveParams(EVERYTHING, { model, mode, rules })
        expect(checkParams({ model, mode, params: left, rules }), `${model.label} ${mode}`).toEqual(
          [],
        )
      }
    }
  }
})

test('of what is excluded the rule’s own field gives way, with the reason', () => {
  const wanted = params({ duration: 8, resolution: '1080p' })
  expect(effectiveParams(wanted, place('aisphere-v4'))).toEqual({
    params: params({ duration: 5, resolution: '1080p' }),
    setAside: [
      {
        field: 'duration',
        wanted: 8,
        now: 5,
        reason: { path: 'duration', code: 'full_hd_seconds', values: { seconds: '5' } },
      },
    ],
  })
  expect(effectiveParams(wanted, place('aisphere-v4', { rules: 'page' })).setAside).toEqual([])
})

test('ten seconds become five in a model that has none', () => {
  const { params: left, setAside } = effectiveParams(params({ duration: 10 }), place('aisphere-v5'))
  expect(left.duration).toBe(5)
  expect(setAside).toMatchObject([{ field: 'duration', wanted: 10, now: 5 }])
})

test('every way out of an exclusion is one', () => {
  const [model] = [place('aisphere-v4.5').model]
  const broken = params({
    duration: 8,
    resolution: '1080p',
    motionMode: 'fast',
    cameraMovement: 'zoom_in',
    soundEffectContent: 'birds',
  })
  for (const exclusion of EXCLUSIONS) {
    expect(exclusion.when(broken) && !exclusion.requires(broken, model)).toBe(true)
    for (const { field, value } of exclusion.remedies) {
      const mended = { ...broken, [field]: value ?? undefined }
      const isMended = !exclusion.when(mended) || exclusion.requires(mended, model)
      expect(isMended, `${exclusion.reason}: ${field}`).toBe(true)
    }
  }
})

test('a choice in the way of several rules is cleared of all of them at once', () => {
  const standing = params({ duration: 5, resolution: '1080p', cameraMovement: 'zoom_in' })
  const off = whyOff({ field: 'motionMode', value: 'fast' }, standing, place('aisphere-v4.5'))
  expect(off?.reason.code).toBe('fast_not_full_hd')
  expect(off?.fix).toEqual([
    { field: 'resolution', value: '720p' },
    { field: 'cameraMovement', value: null },
  ])
})

test('what is chosen is never off', () => {
  for (const model of MODELS) {
    const at: Place = { model, mode: 'image', rules: 'strict' }
    const { params: left } = effectiveParams(EVERYTHING, at)
    for (const field of ['duration', 'resolution'] as const) {
      const chosen = offers(field, left, at).find(({ value }) => value === left[field])
      expect(chosen, `${model.label} ${field}`).toMatchObject({ off: null })
    }
  }
})
