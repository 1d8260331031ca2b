import type { FieldCode, FieldProblem } from '@/lib/shared/errors'
import type { Field, Model, RuleSet } from './catalogue'
import type { TaskParams } from './task-params'

/** One way out of an exclusion: `field` as `value`; null leaves it out. */
export type Remedy = {
  field: keyof TaskParams
  value: string | number | boolean | null
}

/** A choice that rules another one out. `requires` is what must hold once `when` does; `reason` is the sentence shown. */
export type Exclusion = {
  /** The one that gives way where nobody is there to choose. */
  field: keyof TaskParams
  /** Of each field that takes part in it, what it must be so that the others may stay. */
  remedies: readonly Remedy[]
  rules: RuleSet
  reason: FieldCode
  /** The field whose choice rules out, and the one that must then fit: `when` and `requires` look at these alone. */
  choice: Field
  needs: Field
  when: (params: TaskParams) => boolean
  requires: (params: TaskParams, model: Model) => boolean
  /** Values for the sentence. */
  values?: (model: Model) => Record<string, string | number>
}

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    field: 'motionMode',
    rules: 'page',
    reason: 'fast_needs_five_seconds',
    choice: 'motionMode',
    needs: 'duration',
    remedies: [
      { field: 'motionMode', value: 'normal' },
      { field: 'duration', value: 5 },
    ],
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.duration === 5,
  },
  {
    field: 'motionMode',
    rules: 'page',
    reason: 'fast_not_full_hd',
    choice: 'motionMode',
    needs: 'resolution',
    remedies: [
      { field: 'motionMode', value: 'normal' },
      { field: 'resolution', value: '720p' },
    ],
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.resolution !== '1080p',
  },
  {
    field: 'motionMode',
    rules: 'strict',
    reason: 'fast_not_with_camera',
    choice: 'motionMode',
    needs: 'cameraMovement',
    remedies: [
      { field: 'motionMode', value: 'normal' },
      { field: 'cameraMovement', value: null },
    ],
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.cameraMovement === undefined,
  },
  {
    field: 'duration',
    rules: 'strict',
    reason: 'full_hd_seconds',
    choice: 'resolution',
    needs: 'duration',
    remedies: [
      { field: 'duration', value: 5 },
      { field: 'resolution', value: '720p' },
    ],
    when: (params) => params.resolution === '1080p',
    requires: (params, model) => model.fullHdSeconds.includes(params.duration),
    values: (model) => ({ seconds: model.fullHdSeconds.join(', ') }),
  },
  {
    field: 'soundEffectContent',
    rules: 'strict',
    reason: 'sound_text_needs_switch',
    choice: 'soundEffectContent',
    needs: 'soundEffectSwitch',
    remedies: [
      { field: 'soundEffectContent', value: null },
      { field: 'soundEffectSwitch', value: true },
    ],
    when: (params) => Boolean(params.soundEffectContent),
    requires: (params) => params.soundEffectSwitch === true,
  },
]

/** The exclusions that these settings break under `rules`. */
export function brokenExclusions(options: {
  model: Model
  params: TaskParams
  rules: RuleSet
}): Exclusion[] {
  const { model, params, rules } = options
  return EXCLUSIONS.filter(
    (exclusion) =>
      (exclusion.rules === 'page' || rules === 'strict') &&
      exclusion.when(params) &&
      !exclusion.requires(params, model),
  )
}

/** An exclusion as the trouble of its field. */
export function exclusionProblem(exclusion: Exclusion, model: Model): FieldProblem {
  return { path: exclusion.field, code: exclusion.reason, values: exclusion.values?.(model) }
}
