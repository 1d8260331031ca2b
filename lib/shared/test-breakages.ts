/** A body that every rule set allows, and ways to break it: each breaks one field, whatever else is broken. */
type Body = Record<string, unknown>
export type Breakage = {
  path: string
  change: (body: Body) => Body
  /** Broken only where a model is known to say so. */
  needsModel?: true
  /** Only under strict rules. */
  isStrict?: true
}

const LONG = '字'.repeat(2049)
const picture = { imageId: 'p' }
const cat = { ...picture, type: 'subject', refName: 'cat' }
const dog = { ...picture, type: 'background', refName: 'dog' }

const SETTINGS = {
  model: 'aisphere-v4.5',
  prompt: '@cat meets @dog',
  duration: 5,
  resolution: '720p',
  seed: 7,
  negativePrompt: 'blur',
  soundEffectSwitch: true,
  soundEffectContent: '鸟鸣',
}
export const SOUND_BODIES = {
  image: { ...SETTINGS, image: picture, motionMode: 'fast', style: 'clay' },
  frames: { ...SETTINGS, headtailImages: { head: picture, tail: picture } },
  reference: { ...SETTINGS, characterImages: [cat, dog] },
} as const

const put = (field: string, ...values: unknown[]): Breakage[] =>
  values.map((value) => ({ path: field, change: (body) => ({ ...body, [field]: value }) }))
const withModel = (list: Breakage[]) => list.map((one) => ({ ...one, needsModel: true as const }))
const strictly = (list: Breakage[]) => list.map((one) => ({ ...one, isStrict: true as const }))

/** A change inside the field of the pictures, at a path of its own. */
const inside = (field: string, path: string, value: unknown): Breakage => ({
  path: `${field}.${path}`,
  change: (body) => ({ ...body, [field]: setAt(body[field], path.split('.'), value) }),
})

function setAt(target: unknown, [first = '', ...rest]: string[], value: unknown): unknown {
  const before = typeof target === 'object' && target !== null ? target : {}
  const inner = rest.length > 0 ? setAt(Reflect.get(before, first), rest, value) : value
  if (Array.isArray(before)) return before.map((one, at) => (String(at) === first ? inner : one))
  return { ...before, [first]: inner }
}

export const BREAKAGES: readonly Breakage[] = [
  ...put('model', undefined, 5, '', 'aisphere-v9', null),
  ...put('prompt', undefined, 5, `@cat @dog ${LONG}`, '@cat @dog \0'),
  ...put('duration', '5', null, 7, 0.5),
  ...put('resolution', 720, '480p', null),
  ...put('seed', '7', 1.5, null),
  ...strictly(put('seed', -1, 2 ** 31)),
  ...put('negativePrompt', 5, LONG, '\ud83d'),
  ...put('motionMode', true, 'slow'),
  ...put('style', 3, 'noir'),
  ...put('cameraMovement', 1, 'left'),
  ...put('soundEffectSwitch', 'true', 1),
  ...put('soundEffectContent', 1, LONG),
  ...put('generateAudioSwitch', 'on'),
  ...put('thinkingType', 1, 'always'),
  ...withModel(put('generateMultiClipSwitch', true)),
  ...put('fps', 24),
  ...put('_action', 'i2v'),
]

/** In words for no one; in reference mode they would also leave the names unused. */
const BLANK_PROMPTS = put('prompt', '', ' \u200b')

/** By mode. */
export const PICTURE_BREAKAGES: Readonly<Record<keyof typeof SOUND_BODIES, readonly Breakage[]>> = {
  image: [
    ...BLANK_PROMPTS,
    inside('image', 'imageId', ''),
    inside('image', 'imageId', 5),
    inside('image', 'imageUrl', 'https://a.example/p.jpg'),
    ...put('headtailImages', SOUND_BODIES.frames.headtailImages),
    ...put('characterImages', [cat]),
  ],
  frames: [
    ...BLANK_PROMPTS,
    inside('headtailImages', 'head', undefined),
    inside('headtailImages', 'tail', 'p'),
    inside('headtailImages', 'tail.imageId', ''),
    inside('headtailImages', 'head.imageUrl', 'p'),
    inside('headtailImages', 'middle', picture),
  ],
  reference: [
    inside('characterImages', '0.imageId', 5),
    inside('characterImages', '0.type', 'pet'),
    inside('characterImages', '1.type', undefined),
    inside('characterImages', '1.refName', 5),
    ...strictly([
      inside('characterImages', '0.refName', '1cat'),
      inside('characterImages', '1.refName', '猫'),
    ]),
    inside('characterImages', '0.refname', 'cat'),
    inside('characterImages', '1.imageUrl', 'p'),
  ],
}
