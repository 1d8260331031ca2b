import { describe, expect, it } from 'vitest'
import { problemOf } from './field-problem'
import { DEFAULT_MODEL, MODELS, RESOLUTIONS } from './models/catalogue'
import { estimateCost } from './pricing'
import { readTask, taskSchema } from './task-schema'

const body = (changes: object = {}) => ({
  model: 'aisphere-v5',
  prompt: 'a cat turns its head',
  image: { imageId: 'p1' },
  ...changes,
})
/** `path: code` of each problem, in order. */
function problems(input: unknown, rules: 'strict' | 'page' = 'strict'): string[] {
  const read = readTask(input, rules)
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path}: ${code}`)
}

describe('readTask', () => {
  it('fills in seconds and resolution, and nothing else', () => {
    const read = readTask(body(), 'strict')
    expect(read).toEqual({
      ok: true,
      task: {
        mode: 'image',
        model: 'aisphere-v5',
        prompt: 'a cat turns its head',
        pictures: [{ role: 'image', imageId: 'p1' }],
        params: { duration: 5, resolution: '540p' },
      },
    })
  })

  it('keeps the prompt byte for byte', () => {
    const prompt = '  <b>"\u202e猫\n🐈 '
    const read = readTask(body({ prompt }), 'strict')
    expect(read.ok && read.task.prompt).toBe(prompt)
  })

  it.each<[string, object, string[]]>([
    ['no picture', { image: undefined }, ['image: required']],
    ['empty prompt', { prompt: ' \n ' }, ['prompt: required']],
    ['2,049 characters', { prompt: '字'.repeat(2049) }, ['prompt: too_long']],
    ['a prompt of nothing visible', { prompt: '\u200b \u2060' }, ['prompt: required']],
    ['NUL', { prompt: 'a\u0000b' }, ['prompt: bad_character']],
    ['half an emoji', { negativePrompt: '\ud83d' }, ['negativePrompt: bad_character']],
    ['unknown model', { model: 'aisphere-v9' }, ['model: unknown_model']],
    ['10 s on v5', { duration: 10 }, ['duration: value_not_offered']],
    ['an unknown field', { fps: 24 }, ['fps: unknown_field']],
    [
      'an unknown field inside',
      { image: { imageId: 'p1', imageUrl: 'x' } },
      ['image.imageUrl: unknown_field'],
    ],
    [
      'two modes',
      { headtailImages: { head: { imageId: 'a' }, tail: { imageId: 'b' } } },
      ['headtailImages: one_mode_only'],
    ],
    ['camera on v5', { cameraMovement: 'zoom_in' }, ['cameraMovement: field_not_in_model']],
    ['fast on v5', { motionMode: 'fast' }, ['motionMode: value_not_offered']],
    ['text for a number', { duration: '5' }, ['duration: wrong_type']],
    ['half a seed', { seed: 1.5 }, ['seed: not_whole']],
    ['seed out of range', { seed: 2 ** 31 }, ['seed: out_of_range']],
    [
      'sound text without its switch',
      { soundEffectContent: '鸟鸣' },
      ['soundEffectContent: sound_text_needs_switch'],
    ],
    ['audio on v5', { generateAudioSwitch: true }, ['generateAudioSwitch: field_not_in_model']],
    [
      'all at once',
      { prompt: '', duration: 10, seed: -1, nonsense: 1, style: 3 },
      [
        'nonsense: unknown_field',
        'style: wrong_type',
        'prompt: required',
        'duration: value_not_offered',
        'seed: out_of_range',
      ],
    ],
  ])('refuses %s', (_name, changes, expected) => {
    expect(problems(body(changes)).sort()).toEqual([...expected].sort())
  })

  it.each<[string, object, string[]]>([
    // What is there in the wrong shape is not missing.
    ['frames of no shape', { headtailImages: 'p' }, ['headtailImages: wrong_type']],
    ['no references', { characterImages: [] }, ['characterImages: required']],
    [
      'half of the frames, in a mode that takes no style',
      { headtailImages: { head: { imageId: 'a' } }, style: 'clay' },
      ['headtailImages.tail: required', 'style: field_not_in_mode'],
    ],
    [
      'one bad reference, and the name of another',
      {
        characterImages: [
          { imageId: '', type: 'pet', refName: 'cat' },
          { imageId: 'a', type: 'subject', refName: '1' },
        ],
        prompt: 'runs',
      },
      [
        'characterImages.0.imageId: required',
        'characterImages.0.type: value_not_offered',
        'characterImages.0.refName: ref_name_unused',
        'characterImages.1.refName: ref_name_form',
      ],
    ],
    [
      'no model, and what no model allows',
      {
        model: undefined,
        image: { imageId: 'p' },
        seed: -1,
        motionMode: 'fast',
        duration: 8,
        resolution: '480p',
      },
      [
        'model: required',
        'resolution: value_not_offered',
        'seed: out_of_range',
        'motionMode: fast_needs_five_seconds',
      ],
    ],
    [
      'a switch of the wrong type, which rules out nothing',
      { image: { imageId: 'p' }, soundEffectSwitch: 'true', soundEffectContent: '鸟鸣' },
      ['soundEffectSwitch: wrong_type'],
    ],
    [
      'seconds that there are not, which fast has nothing to say about',
      { model: 'aisphere-v4', image: { imageId: 'p' }, duration: 7, motionMode: 'fast' },
      ['duration: value_not_offered'],
    ],
  ])('names all that is wrong and no more: %s', (_name, changes, expected) => {
    expect(problems(body({ image: undefined, ...changes }))).toEqual(expected)
  })

  it.each([null, 'text', 5, []])('refuses %j as a whole', (input) => {
    expect(problems(input).length).toBeGreaterThan(0)
  })

  it('takes 2,048 characters, counted as a person counts them', () => {
    expect(problems(body({ prompt: '🐈'.repeat(2048) }))).toEqual([])
  })

  it('knows what fast excludes', () => {
    const fast = { model: 'aisphere-v4', motionMode: 'fast' }
    expect(problems(body(fast))).toEqual([])
    expect(problems(body({ ...fast, duration: 8 }))).toEqual([
      'motionMode: fast_needs_five_seconds',
    ])
    expect(problems(body({ ...fast, resolution: '1080p' }))).toEqual([
      'motionMode: fast_not_full_hd',
    ])
    expect(problems(body({ ...fast, cameraMovement: 'zoom_in' }))).toEqual([
      'motionMode: fast_not_with_camera',
    ])
    expect(problems(body({ ...fast, cameraMovement: 'zoom_in' }), 'page')).toEqual([])
  })

  it('knows the seconds that 1080p allows', () => {
    const allowed = MODELS.flatMap(({ id }) =>
      [5, 8, 10]
        .filter(
          (duration) => problems(body({ model: id, duration, resolution: '1080p' })).length === 0,
        )
        .map((s) => `${id} ${s}`),
    )
    expect(allowed).toEqual([
      'aisphere-v5.5 5',
      'aisphere-v5.5 8',
      'aisphere-v5 5',
      'aisphere-v5 8',
      'aisphere-v4.5 5',
      'aisphere-v4 5',
      'aisphere-v3.5 5',
    ])
    expect(
      problems(body({ model: 'aisphere-v5.5', duration: 10, resolution: '1080p' }), 'page'),
    ).toEqual([])
  })

  it('reads frames and references', () => {
    const frames = {
      image: undefined,
      headtailImages: { head: { imageId: 'a' }, tail: { imageId: 'b' } },
    }
    expect(readTask(body(frames), 'strict')).toMatchObject({
      task: {
        mode: 'frames',
        pictures: [
          { role: 'head', imageId: 'a' },
          { role: 'tail', imageId: 'b' },
        ],
      },
    })
    expect(problems(body({ ...frames, style: 'anime' }))).toEqual(['style: field_not_in_mode'])
    const characterImages = [{ imageId: 'a', type: 'subject', refName: 'cat' }]
    const reference = { image: undefined, characterImages, prompt: '@cat runs' }
    expect(problems(body(reference))).toEqual([])
    expect(problems(body({ ...reference, model: 'aisphere-v4' }))).toEqual([
      'characterImages: mode_not_in_model',
    ])
    expect(problems(body({ ...reference, prompt: '@cats run' }))).toEqual([
      'characterImages.0.refName: ref_name_unused',
    ])
  })

  it('strict rules only take away from the page’s', () => {
    for (const { id } of MODELS) {
      for (const resolution of RESOLUTIONS) {
        for (const duration of [5, 8, 10]) {
          for (const motionMode of ['normal', 'fast']) {
            const input = body({ model: id, resolution, duration, motionMode })
            if (problems(input, 'page').length > 0)
              expect(problems(input).length).toBeGreaterThan(0)
          }
        }
      }
    }
  })
})

describe('taskSchema', () => {
  it('says the same as readTask, each problem in its issue', () => {
    const parsed = taskSchema('strict').safeParse(body({ prompt: '', duration: 10 }))
    const found = parsed.error?.issues.map(({ path, message }) => [
      path.join('.'),
      problemOf(message)?.code,
    ])
    expect(found).toEqual([
      ['prompt', 'required'],
      ['duration', 'value_not_offered'],
    ])
    expect(taskSchema('strict').safeParse(body()).success).toBe(true)
  })
})

describe('estimateCost', () => {
  it.each<[object, number]>([
    [{}, 45],
    [{ duration: 8, resolution: '720p' }, 120],
    [{ motionMode: 'fast' }, 90],
    [{ soundEffectSwitch: true, duration: 8 }, 110],
    [{ generateAudioSwitch: true, generateMultiClipSwitch: true }, 85],
  ])('%j costs %i credits', (changes, credits) => {
    const params = { duration: 5, resolution: '540p', ...changes }
    expect(estimateCost({ model: DEFAULT_MODEL, params })).toMatchObject({
      credits,
      usd: credits / 100,
    })
  })

  it('has no price for what the table does not list', () => {
    expect(
      estimateCost({ model: DEFAULT_MODEL, params: { duration: 10, resolution: '1080p' } }),
    ).toBeNull()
  })
})
