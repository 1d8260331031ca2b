import type { FieldCode } from '@/lib/shared/errors'
import type { Field, Model, RuleSet } from './catalogue'
import type { TaskParams } from './task-params'

/** A choice that rules another one out. `requires` is what must hold once `when` does; `reason` is the sentence shown. */
export type Exclusion = {
  field: keyof TaskParams
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
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.duration === 5,
  },
  {
    field: 'motionMode',
    rules: 'page',
    reason: 'fast_not_full_hd',
    choice: 'motionMode',
    needs: 'resolution',
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.resolution !== '1080p',
  },
  {
    field: 'motionMode',
    rules: 'strict',
    reason: 'fast_not_with_camera',
    choice: 'motionMode',
    needs: 'cameraMovement',
    when: (params) => params.motionMode === 'fast',
    requires: (params) => params.cameraMovement === undefined,
  },
  {
    field: 'duration',
    rules: 'strict',
    reason: 'full_hd_seconds',
    choice: 'resolution',
    needs: 'duration',
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
    when: (params) => Boolean(params.soundEffectContent),
    requires: (params) => params.soundEffectSwitch === true,
  },
]
