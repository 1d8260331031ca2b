/**
 * The models as data. Form, schema, price and vendor body are drawn from here; adding a model touches this file and its test.
 * `page` rules stand on the gateway's page; `strict` rules are the maker's or inferred (upstream-contract.md, "Field rules")
 * and are lifted by AISPHERE_RULES=page.
 */
export const RULE_SETS = ['strict', 'page'] as const
export type RuleSet = (typeof RULE_SETS)[number]

export const MODES = ['image', 'frames', 'reference'] as const
export type Mode = (typeof MODES)[number]
/** The field that holds a mode's pictures, by which the page tells the modes apart. */
export const MODE_FIELDS = {
  image: 'image',
  frames: 'headtailImages',
  reference: 'characterImages',
} as const

export const RESOLUTIONS = ['360p', '540p', '720p', '1080p'] as const
export const MOTION_MODES = ['normal', 'fast'] as const
export const STYLES = ['normal', 'anime', '3d_animation', 'clay', 'comic', 'cyberpunk'] as const
export const THINKING_TYPES = ['auto', 'enabled', 'disabled'] as const
export const CAMERA_MOVEMENTS = [
  'horizontal_left',
  'horizontal_right',
  'vertical_up',
  'vertical_down',
  'zoom_in',
  'zoom_out',
  'crane_up',
  'quickly_zoom_in',
  'quickly_zoom_out',
  'smooth_zoom_in',
  'camera_rotation',
  'robo_arm',
  'super_dolly_out',
  'whip_pan',
  'hitchcock',
  'left_follow',
  'right_follow',
  'pan_left',
  'pan_right',
  'fix_bg',
] as const

/** Sent where a caller left them out: the page names no default, and `fast` depends on both. */
export const DEFAULTS = { duration: 5, resolution: '540p' } as const
/** What the page says of a field that is left out; the studio does not send it then. */
export const LEFT_OUT = {
  motionMode: 'normal',
  soundEffectSwitch: false,
  thinkingType: 'auto',
} as const

export type Value = string | number | boolean
/** Where a field may be used. A `strict` list only takes away from the page's. */
export type FieldRule = {
  values?: readonly Value[]
  strictValues?: readonly Value[]
  modes?: readonly Mode[]
  strictModes?: readonly Mode[]
}

export const FIELDS = [
  'duration',
  'resolution',
  'seed',
  'negativePrompt',
  'motionMode',
  'style',
  'cameraMovement',
  'soundEffectSwitch',
  'soundEffectContent',
  'generateAudioSwitch',
  'generateMultiClipSwitch',
  'thinkingType',
] as const
export type Field = (typeof FIELDS)[number]

export type Model = {
  id: string
  /** Short name, the same in every language. */
  label: string
  modes: readonly Mode[]
  fields: Partial<Record<Field, FieldRule>>
  /** Seconds that 1080p allows; the maker's rule. */
  fullHdSeconds: readonly number[]
}

const EVERYWHERE: Pick<Model['fields'], 'resolution' | 'seed' | 'negativePrompt'> = {
  resolution: { values: RESOLUTIONS },
  seed: {},
  negativePrompt: {},
}
const MOTION: FieldRule = { values: MOTION_MODES, strictModes: ['image', 'frames'] }
const NORMAL_MOTION: FieldRule = { ...MOTION, strictValues: ['normal'] }
const STYLE: FieldRule = { values: STYLES, modes: ['image', 'reference'], strictModes: ['image'] }
const CAMERA: FieldRule = { values: CAMERA_MOVEMENTS, strictModes: ['image'] }
const SOUND_EFFECT: Model['fields'] = { soundEffectSwitch: {}, soundEffectContent: {} }

export const MODELS: readonly Model[] = [
  {
    id: 'aisphere-v5.5',
    label: 'v5.5',
    modes: ['image', 'frames'],
    fields: {
      ...EVERYWHERE,
      duration: { values: [5, 8, 10] },
      motionMode: NORMAL_MOTION,
      style: { ...STYLE, values: ['normal'] },
      generateAudioSwitch: {},
      generateMultiClipSwitch: {},
      thinkingType: { values: THINKING_TYPES },
    },
    fullHdSeconds: [5, 8],
  },
  {
    id: 'aisphere-v5',
    label: 'v5',
    modes: ['image', 'frames', 'reference'],
    fields: {
      ...EVERYWHERE,
      ...SOUND_EFFECT,
      duration: { values: [5, 8] },
      motionMode: NORMAL_MOTION,
      style: STYLE,
    },
    fullHdSeconds: [5, 8],
  },
  {
    id: 'aisphere-v4.5',
    label: 'v4.5',
    modes: ['image', 'frames', 'reference'],
    fields: {
      ...EVERYWHERE,
      ...SOUND_EFFECT,
      duration: { values: [5, 8] },
      motionMode: MOTION,
      style: STYLE,
      cameraMovement: CAMERA,
    },
    fullHdSeconds: [5],
  },
  {
    id: 'aisphere-v4',
    label: 'v4',
    modes: ['image', 'frames'],
    fields: {
      ...EVERYWHERE,
      ...SOUND_EFFECT,
      duration: { values: [5, 8] },
      motionMode: MOTION,
      style: STYLE,
      cameraMovement: CAMERA,
    },
    fullHdSeconds: [5],
  },
  {
    id: 'aisphere-v3.5',
    label: 'v3.5',
    modes: ['image', 'frames'],
    fields: {
      ...EVERYWHERE,
      ...SOUND_EFFECT,
      duration: { values: [5, 8] },
      motionMode: MOTION,
      style: STYLE,
    },
    fullHdSeconds: [5],
  },
]

export const DEFAULT_MODEL = 'aisphere-v5'

export function findModel(id: string): Model | undefined {
  return MODELS.find((model) => model.id === id)
}

/** Modes in which `model` takes `field` under `rules`; empty where it never does. */
export function fieldModes(model: Model, field: Field, rules: RuleSet): readonly Mode[] {
  const rule = model.fields[field]
  if (!rule) return []
  const allowed = (rules === 'strict' ? rule.strictModes : undefined) ?? rule.modes ?? model.modes
  return allowed.filter(
    (mode) => model.modes.includes(mode) && (rule.modes?.includes(mode) ?? true),
  )
}

/** Values that `model` offers for `field` under `rules`; undefined where the field is free text, a number or a switch. */
export function fieldValues(
  model: Model,
  field: Field,
  rules: RuleSet,
): readonly Value[] | undefined {
  const rule = model.fields[field]
  return (rules === 'strict' ? rule?.strictValues : undefined) ?? rule?.values
}
