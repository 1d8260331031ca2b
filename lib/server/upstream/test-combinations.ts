import {
  PAGE_CAMERA_MOVES,
  PAGE_MODELS,
  PAGE_STYLES,
  type Asked,
  type PictureField,
} from './test-page-table'

type Settings = Asked['settings']
/** What one choice adds to a body; nothing, where the field is left out. */
type Axis = readonly Settings[]

const PICTURES: readonly PictureField[] = ['image', 'headtailImages', 'characterImages']
const ABSENT: Settings = {}

const axis = (field: string, values: readonly unknown[]): Axis => [
  ABSENT,
  ...values.map((value) => ({ [field]: value })),
]
const switchAxis = (field: string) => axis(field, [true, false])

const SECONDS = axis('duration', [5, 8, 10])
const MOTION = axis('motionMode', ['normal', 'fast'])
const SOUND: Axis = [
  ABSENT,
  { soundEffectSwitch: false },
  { soundEffectSwitch: true },
  { soundEffectSwitch: true, soundEffectContent: '鸟鸣' },
]
const WORDS_ALONE: Settings = { soundEffectContent: '鸟鸣' }

/** Resolution × seconds × motion × style × camera × sound, whole. */
export const MAIN_AXES: readonly Axis[] = [
  axis('resolution', ['360p', '540p', '720p', '1080p']),
  SECONDS,
  MOTION,
  axis('style', PAGE_STYLES),
  axis('cameraMovement', PAGE_CAMERA_MOVES),
  SOUND,
]

/** What the first leaves out, beside what it could exclude. */
export const OTHER_AXES: readonly Axis[] = [
  switchAxis('generateAudioSwitch'),
  switchAxis('generateMultiClipSwitch'),
  axis('thinkingType', ['enabled', 'disabled', 'auto']),
  [ABSENT, { seed: 0, negativePrompt: 'blur' }, { seed: -1 }, { seed: 2 ** 31 }],
  [...SOUND, WORDS_ALONE],
  axis('motionMode', ['fast']),
  axis('duration', [10]),
]

const wrong = (field: string, values: readonly unknown[]): Axis =>
  values.map((value) => ({ [field]: value }))

/** One value a time that no model takes, and fields that there are not. */
export const WRONG_AXES: readonly Axis[] = [
  [
    ...wrong('duration', [0, 6, 5.5, -5, '5', true]),
    ...wrong('resolution', ['480p', '1080', '1080P', 540, '']),
    ...wrong('seed', [1.5, '1', false]),
    ...wrong('negativePrompt', [1, true, {}]),
    ...wrong('motionMode', ['slow', 'Fast', '', true]),
    ...wrong('style', ['noir', '3D_animation', '', 3]),
    ...wrong('cameraMovement', ['left', 'zoom', '', 1]),
    ...wrong('soundEffectSwitch', ['true', 1, '']),
    ...wrong('soundEffectContent', [true, 1, []]),
    ...wrong('generateAudioSwitch', ['on', 0]),
    ...wrong('generateMultiClipSwitch', ['true', 1]),
    ...wrong('thinkingType', ['always', '', true]),
    ...wrong('fps', [24]),
    ...wrong('aspectRatio', ['16:9']),
    ...wrong('generatemulticlipswitch', [true]),
  ],
]

export function countCombinations(axes: readonly Axis[]): number {
  const settings = axes.reduce((count, choices) => count * choices.length, 1)
  return PAGE_MODELS.length * PICTURES.length * settings
}

/** Every combination, with every model and every way of giving pictures. */
export function* combinations(axes: readonly Axis[]): Generator<Asked> {
  for (const model of PAGE_MODELS)
    for (const pictures of PICTURES)
      for (const settings of products(axes)) yield { model, pictures, settings }
}

function* products([first, ...rest]: readonly Axis[]): Generator<Settings> {
  if (!first) {
    yield ABSENT
    return
  }
  for (const more of products(rest)) for (const choice of first) yield { ...choice, ...more }
}
