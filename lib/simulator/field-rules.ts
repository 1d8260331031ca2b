/** What is wrong with one value; without a code it is a plain bad parameter. */
export interface Problem {
  message: string
  code?: number
}

type Check = (value: unknown) => Problem | null

export interface FieldRule {
  check: Check
  required?: true
  /** The models that take the field at all; left out: every model. */
  models?: readonly string[]
}

export const PROMPT_TOO_LONG = 400018
export const NEGATIVE_PROMPT_TOO_LONG = 400019
/** Characters as a reader counts them (code points), not UTF-16 units. */
export const MAX_PROMPT_CHARACTERS = 2048

export const MODELS = [
  'aisphere-v5.5',
  'aisphere-v5',
  'aisphere-v4.5',
  'aisphere-v4',
  'aisphere-v3.5',
] as const

const V55_ONLY = ['aisphere-v5.5'] as const
const NOT_V55 = ['aisphere-v5', 'aisphere-v4.5', 'aisphere-v4', 'aisphere-v3.5'] as const

/** As the page lists them. */
export const CAMERA_MOVEMENTS = [
  ...['horizontal_left', 'horizontal_right', 'vertical_up', 'vertical_down', 'zoom_in', 'zoom_out'],
  ...['crane_up', 'quickly_zoom_in', 'quickly_zoom_out', 'smooth_zoom_in', 'camera_rotation'],
  ...['robo_arm', 'super_dolly_out', 'whip_pan', 'hitchcock', 'left_follow', 'right_follow'],
  ...['pan_left', 'pan_right', 'fix_bg'],
]

const isBoolean: Check = (value) =>
  typeof value === 'boolean' ? null : { message: 'must be true or false' }

const isInteger: Check = (value) =>
  Number.isSafeInteger(value) ? null : { message: 'must be an integer' }

const isText: Check = (value) =>
  typeof value === 'string' ? null : { message: 'must be a string' }

function oneOf(allowed: readonly (string | number)[]): Check {
  return (value) =>
    allowed.some((one) => one === value)
      ? null
      : { message: `must be one of ${allowed.join(', ')}` }
}

function promptText(options: { isEmptyAllowed: boolean; tooLongCode: number }): Check {
  return (value) => {
    if (typeof value !== 'string') return { message: 'must be a string' }
    if (value === '' && !options.isEmptyAllowed) return { message: 'must not be empty' }
    // Counting code points of a huge text is avoided: more than two units a character is impossible.
    const isTooLong =
      value.length > MAX_PROMPT_CHARACTERS * 2 || [...value].length > MAX_PROMPT_CHARACTERS
    if (!isTooLong) return null
    return {
      message: `must not be longer than ${MAX_PROMPT_CHARACTERS} characters`,
      code: options.tooLongCode,
    }
  }
}

/**
 * One entry a field of the gateway's page, in the page's order. The three picture fields, of which
 * exactly one is filled, stand in picture-field-rules.ts; rules over several fields in page-rules.ts.
 */
export const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  duration: { check: oneOf([5, 8, 10]) },
  prompt: {
    check: promptText({ isEmptyAllowed: false, tooLongCode: PROMPT_TOO_LONG }),
    required: true,
  },
  resolution: { check: oneOf(['360p', '540p', '720p', '1080p']) },
  model: { check: oneOf(MODELS), required: true },
  _action: { check: oneOf(['i2v']), required: true },
  seed: { check: isInteger },
  negativePrompt: {
    check: promptText({ isEmptyAllowed: true, tooLongCode: NEGATIVE_PROMPT_TOO_LONG }),
  },
  motionMode: { check: oneOf(['normal', 'fast']) },
  style: { check: oneOf(['anime', '3d_animation', 'clay', 'normal', 'comic', 'cyberpunk']) },
  soundEffectSwitch: { check: isBoolean, models: NOT_V55 },
  soundEffectContent: { check: isText, models: NOT_V55 },
  cameraMovement: { check: oneOf(CAMERA_MOVEMENTS), models: ['aisphere-v4', 'aisphere-v4.5'] },
  generateAudioSwitch: { check: isBoolean, models: V55_ONLY },
  generateMultiClipSwitch: { check: isBoolean, models: V55_ONLY },
  thinkingType: { check: oneOf(['enabled', 'disabled', 'auto']), models: V55_ONLY },
}
