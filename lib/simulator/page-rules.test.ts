import { describe, expect, test } from 'vitest'
import { pageComplaints } from './page-rules'
import type { HeadtailKeys } from './picture-field-rules'

const KEYS: HeadtailKeys = ['headImageUrl', 'tailImageUrl']
const IMAGE = { imageUrl: 'https://pictures.example/a.png' }
const FRAMES = { headImageUrl: 'https://pictures.example/a.png', tailImageUrl: 'data:,' }
const REFERENCE = [{ imageUrl: 'https://pictures.example/a.png', type: 'subject', refName: 'cat' }]

type Body = Record<string, unknown>

/** An allowed body in image mode; `undefined` takes a field away. */
function body(overrides: Body = {}): Body {
  const whole = { _action: 'i2v', model: 'aisphere-v4.5', prompt: 'p', image: IMAGE, ...overrides }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}
const frames = (more: Body = {}) => body({ image: undefined, headtailImages: FRAMES, ...more })
const reference = (more: Body = {}) =>
  body({ image: undefined, characterImages: REFERENCE, ...more })
const v55 = (more: Body = {}) => body({ model: 'aisphere-v5.5', ...more })

const EVERYTHING_BEFORE_V55 = {
  duration: 5,
  resolution: '720p',
  seed: -3,
  negativePrompt: '',
  motionMode: 'fast',
  style: '3d_animation',
  soundEffectSwitch: true,
  soundEffectContent: '鸟鸣',
  cameraMovement: 'fix_bg',
}

describe('what the page allows', () => {
  test.each<[string, Body]>([
    ['the least', body()],
    ['every field of v4.5', body(EVERYTHING_BEFORE_V55)],
    ['every field of v4', body({ ...EVERYTHING_BEFORE_V55, model: 'aisphere-v4' })],
    ['fast on v5', body({ model: 'aisphere-v5', motionMode: 'fast', duration: 5 })],
    ['fast without a length, which is then 5', body({ motionMode: 'fast' })],
    ['10 s of v5.5', v55({ duration: 10, resolution: '1080p' })],
    [
      'every field of v5.5',
      v55({
        style: 'normal',
        motionMode: 'fast',
        generateAudioSwitch: false,
        generateMultiClipSwitch: true,
        thinkingType: 'auto',
      }),
    ],
    ['8 s in 1080p of v3.5', body({ model: 'aisphere-v3.5', duration: 8, resolution: '1080p' })],
    ['frames', frames()],
    ['frames with a camera move', frames({ cameraMovement: 'zoom_in' })],
    ['frames on v5.5', frames({ model: 'aisphere-v5.5' })],
    ['reference on v4.5', reference({ style: 'clay', motionMode: 'fast' })],
    ['reference on v5', reference({ model: 'aisphere-v5' })],
    ['four references', reference({ characterImages: Array(4).fill(REFERENCE[0]) })],
    ['the other picture fields sent empty', body({ headtailImages: {}, characterImages: [] })],
    ['empty in every spelling', frames({ image: '', characterImages: {} })],
    ['2048 characters, counted as a reader does', body({ prompt: '🚤'.repeat(2048) })],
  ])('%s', (_name, allowed) => {
    expect(pageComplaints(allowed, KEYS)).toEqual([])
  })

  test.each(['nested.head', 'headImage.imageUrl'])('first frame under %s', (path) => {
    const keys: HeadtailKeys = [path, 'tail']
    const [outer = '', inner = ''] = path.split('.')
    const headtailImages = { [outer]: { [inner]: 'data:,' }, tail: 'data:,' }
    expect(pageComplaints(frames({ headtailImages }), keys)).toEqual([])
    expect(fields(frames({ headtailImages }), KEYS)).toContain('headtailImages.headImageUrl')
  })
})

describe('what the page forbids, one step away from what it allows', () => {
  test.each<[field: string, refused: Body]>([
    ['_action', body({ _action: undefined })],
    ['_action', body({ _action: 't2v' })],
    ['model', body({ model: undefined })],
    ['model', body({ model: 'aisphere-v6' })],
    ['prompt', body({ prompt: undefined })],
    ['prompt', body({ prompt: '' })],
    ['prompt', body({ prompt: 5 })],
    ['image', body({ image: undefined })],
    ['image', body({ image: {} })],
    ['image', body({ image: null })],
    ['image', body({ image: 'https://pictures.example/a.png' })],
    ['image.imageUrl', body({ image: { imageUrl: '' } })],
    ['image.imageUrl', body({ image: { imageUrl: 7 } })],
    ['image.name', body({ image: { ...IMAGE, name: 'a' } })],
    ['headtailImages', body({ headtailImages: FRAMES })],
    ['characterImages', body({ characterImages: REFERENCE })],
    ['characterImages', frames({ characterImages: REFERENCE })],
    ['headtailImages', body({ headtailImages: null })],
    ['headtailImages.tailImageUrl', frames({ headtailImages: { headImageUrl: 'data:,' } })],
    ['headtailImages.tailImageUrl', frames({ headtailImages: { ...FRAMES, tailImageUrl: '' } })],
    ['headtailImages.middle', frames({ headtailImages: { ...FRAMES, middle: 'data:,' } })],
    ['characterImages', reference({ characterImages: 'cat' })],
    ['characterImages.0', reference({ characterImages: ['cat'] })],
    ['characterImages.0.refName', reference({ characterImages: [{ ...IMAGE, type: 'subject' }] })],
    ['characterImages.0.type', reference({ characterImages: [{ ...REFERENCE[0], type: 1 }] })],
    ['characterImages', reference({ model: 'aisphere-v4' })],
    ['characterImages', reference({ model: 'aisphere-v5.5' })],
    ['characterImages', reference({ model: 'aisphere-v3.5' })],
    ['duration', body({ duration: 10 })],
    ['duration', body({ duration: 6 })],
    ['duration', body({ duration: '5' })],
    ['resolution', body({ resolution: '480p' })],
    ['resolution', body({ resolution: 540 })],
    ['seed', body({ seed: 1.5 })],
    ['seed', body({ seed: '1' })],
    ['negativePrompt', body({ negativePrompt: null })],
    ['motionMode', body({ motionMode: 'slow' })],
    ['motionMode', body({ motionMode: 'fast', duration: 8 })],
    ['motionMode', v55({ motionMode: 'fast', duration: 10 })],
    ['motionMode', body({ motionMode: 'fast', resolution: '1080p' })],
    ['style', body({ style: 'noir' })],
    ['style', v55({ style: 'anime' })],
    ['style', frames({ style: 'normal' })],
    ['soundEffectSwitch', body({ soundEffectSwitch: 'true' })],
    ['soundEffectSwitch', v55({ soundEffectSwitch: false })],
    ['soundEffectContent', body({ soundEffectContent: true })],
    ['soundEffectContent', v55({ soundEffectContent: 'birds' })],
    ['cameraMovement', body({ cameraMovement: 'left' })],
    ['cameraMovement', body({ model: 'aisphere-v5', cameraMovement: 'zoom_in' })],
    ['cameraMovement', body({ model: 'aisphere-v3.5', cameraMovement: 'zoom_in' })],
    ['cameraMovement', v55({ cameraMovement: 'zoom_in' })],
    ['generateAudioSwitch', body({ generateAudioSwitch: true })],
    ['generateAudioSwitch', v55({ generateAudioSwitch: 1 })],
    ['generateMultiClipSwitch', body({ generateMultiClipSwitch: false })],
    ['thinkingType', body({ thinkingType: 'auto' })],
    ['thinkingType', v55({ thinkingType: 'always' })],
    ['quality', body({ quality: 'high' })],
    ['__proto__', JSON.parse(JSON.stringify(body()).replace('{', '{"__proto__":{},'))],
  ])('%s', (field, refused) => {
    expect(pageComplaints(refused, KEYS)).toEqual([
      { field, code: 400017, message: expect.any(String) },
    ])
  })

  test.each([[null], [[]], ['text'], [undefined]])('a body that is %j', (value) => {
    expect(fields(value, KEYS)).toEqual(['body'])
  })

  test('texts that are too long, with codes of their own', () => {
    expect(pageComplaints(body({ prompt: 'a'.repeat(2049) }), KEYS)).toMatchObject([
      { field: 'prompt', code: 400018 },
    ])
    expect(pageComplaints(body({ negativePrompt: '画'.repeat(2049) }), KEYS)).toMatchObject([
      { field: 'negativePrompt', code: 400019 },
    ])
  })

  test('a dot inside a key is no step down', () => {
    const keys: HeadtailKeys = ['head.url', 'tail.url']
    const headtailImages = { 'head.url': 'data:,', tail: { url: 'data:,' } }
    expect(fields(frames({ headtailImages }), keys)).toContain('headtailImages.head.url')
  })

  test('all complaints at once', () => {
    const refused = body({ duration: 7, style: 'noir', image: undefined, extra: 1 })
    expect(fields(refused, KEYS)).toEqual(['duration', 'style', 'extra', 'image'])
  })
})

test.each([
  ...['horizontal_left', 'horizontal_right', 'vertical_up', 'vertical_down', 'zoom_in', 'zoom_out'],
  ...['crane_up', 'quickly_zoom_in', 'quickly_zoom_out', 'smooth_zoom_in', 'camera_rotation'],
  ...['robo_arm', 'super_dolly_out', 'whip_pan', 'hitchcock', 'left_follow', 'right_follow'],
  ...['pan_left', 'pan_right', 'fix_bg'],
])('the camera move %s is known', (cameraMovement) => {
  expect(pageComplaints(body({ cameraMovement }), KEYS)).toEqual([])
})

function fields(value: unknown, keys: HeadtailKeys): string[] {
  return pageComplaints(value, keys).map((complaint) => complaint.field)
}
