import type { Asked } from './test-page-table'

/** What the page allows and only the model's maker forbids, [U], or is inferred, [I]: all that strict rules may take away. */
type MakerRule = { says: string; field: string; forbids: (asked: Asked) => boolean }

const SHORT_FULL_HD = ['aisphere-v4.5', 'aisphere-v4', 'aisphere-v3.5']

export const MAKER_RULES: readonly MakerRule[] = [
  {
    says: '[U] v3.5, v4 and v4.5 make 5 s at 1080p',
    field: 'duration',
    forbids: ({ model, settings }) =>
      settings.resolution === '1080p' &&
      SHORT_FULL_HD.includes(model) &&
      (settings.duration ?? 5) !== 5,
  },
  {
    says: '[U] v5.5 makes 5 or 8 s at 1080p',
    field: 'duration',
    forbids: ({ model, settings }) =>
      settings.resolution === '1080p' && model === 'aisphere-v5.5' && settings.duration === 10,
  },
  {
    says: '[U] v5 has no fast',
    field: 'motionMode',
    forbids: ({ model, settings }) => model === 'aisphere-v5' && settings.motionMode === 'fast',
  },
  {
    says: '[I] v5.5 has no fast',
    field: 'motionMode',
    forbids: ({ model, settings }) => model === 'aisphere-v5.5' && settings.motionMode === 'fast',
  },
  {
    says: '[I] fast and a camera move exclude each other',
    field: 'motionMode',
    forbids: ({ settings }) =>
      settings.motionMode === 'fast' && settings.cameraMovement !== undefined,
  },
  {
    says: '[U] frames take no camera move',
    field: 'cameraMovement',
    forbids: ({ pictures, settings }) =>
      pictures === 'headtailImages' && settings.cameraMovement !== undefined,
  },
  {
    says: '[U] references take no camera move',
    field: 'cameraMovement',
    forbids: ({ pictures, settings }) =>
      pictures === 'characterImages' && settings.cameraMovement !== undefined,
  },
  {
    says: '[U] references take no style',
    field: 'style',
    forbids: ({ pictures, settings }) =>
      pictures === 'characterImages' && settings.style !== undefined,
  },
  {
    says: '[U] references take no motion mode',
    field: 'motionMode',
    forbids: ({ pictures, settings }) =>
      pictures === 'characterImages' && settings.motionMode !== undefined,
  },
  {
    says: '[I] the words of a sound need its switch',
    field: 'soundEffectContent',
    forbids: ({ settings }) =>
      settings.soundEffectContent !== undefined && settings.soundEffectSwitch !== true,
  },
  {
    says: '[U] a seed is 0 to 2147483647',
    field: 'seed',
    forbids: ({ settings: { seed } }) =>
      typeof seed === 'number' && (seed < 0 || seed > 2147483647),
  },
]
