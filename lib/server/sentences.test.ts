import { describe, expect, it } from 'vitest'
import { FIELD_CODES } from '@/lib/shared/errors'
import { LOCALES } from '@/lib/shared/locale'
import { readTask } from '@/lib/shared/task-schema'
import { sentence } from './sentences'

const references = ['cat', 'cat', 'c1', '1x'].map((refName) => ({
  imageId: 'a',
  type: 'pet',
  refName,
}))

/** Between them these break every rule of the catalogue. */
const BODIES: object[] = [
  {
    model: 'aisphere-v5',
    prompt: 'x'.repeat(3000),
    duration: 10,
    seed: -1,
    fps: 1,
    style: 5,
    cameraMovement: 'zoom_in',
    soundEffectContent: 'x',
  },
  {
    model: 'aisphere-v9',
    prompt: '',
    image: {},
    headtailImages: { head: { imageId: 'a' }, tail: { imageId: 'b' } },
  },
  {
    model: 'aisphere-v4',
    prompt: '@cat',
    motionMode: 'fast',
    duration: 8,
    resolution: '1080p',
    cameraMovement: 'zoom_in',
    image: { imageId: 'a' },
  },
  {
    model: 'aisphere-v5',
    prompt: 'x',
    characterImages: references,
    motionMode: 'normal',
    seed: 1.5,
  },
  {
    model: 'aisphere-v5',
    prompt: 'x',
    characterImages: references.map((one, at) => ({
      ...one,
      type: 'subject',
      refName: ['cat', 'cat', 'do', 'dog', '1'][at],
    })),
    style: 'anime',
  },
  { model: 'aisphere-v3.5', prompt: 'x', characterImages: references.slice(0, 1) },
]

/** Every value that a problem may bring. */
const FIGURES = { count: 9, min: 1, max: 8 }
const VALUES = { ...FIGURES, model: 'v5', offered: '5', seconds: '5', name: 'cat', other: 'dog' }

describe.each(LOCALES)('in %s', (locale) => {
  it('every problem of a request has a whole sentence', () => {
    const codes = new Set<string>()
    for (const body of BODIES) {
      const read = readTask(body, 'strict')
      for (const { code, values } of read.ok ? [] : read.problems) {
        codes.add(code)
        const said = sentence(locale, 'fields', code, values)
        expect(said, code).not.toMatch(/[{}]|fields\.|^\w+$/)
      }
    }
    expect(codes.size).toBeGreaterThan(15)
  })

  it.each(FIELD_CODES)('%s has a sentence', (code) => {
    expect(sentence(locale, 'fields', code, VALUES)).not.toMatch(/[{}]|fields\.|^\w+$/)
  })

  it('a figure stands in its sentence', () => {
    const values = { width: 200, height: 400, min: 300 }
    expect(sentence(locale, 'errors', 'picture_too_small', values)).toMatch(/200.*400.*300/)
  })
})
