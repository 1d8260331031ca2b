import { describe, expect, test } from 'vitest'
import { castOf } from './cast'

const references = [
  { type: 'subject', refName: 'cat' },
  { type: 'background', refName: 'harbour' },
  { type: 'subject', refName: 'dog' },
]
const pictures = ['c', 'h', 'd'].map((sha256) => ({ sha256 }))

function cast(prompt: string, given = references) {
  const parts = castOf({ field: 'characterImages', prompt, references: given }, pictures)
  return parts.map(({ sha256, role }) => `${sha256} ${role}`)
}

describe('references', () => {
  test('come as the prompt mentions them', () => {
    const expected = ['d subject', 'c subject', 'h background']
    expect(cast('@dog and @cat in @harbour')).toEqual(expected)
    expect(cast('@dog，然后 @cat')).toEqual(expected)
  })

  test('that the prompt does not mention keep their order, after those it does', () => {
    expect(cast('a film')).toEqual(['c subject', 'h background', 'd subject'])
    expect(cast('@dog runs')).toEqual(['d subject', 'c subject', 'h background'])
  })

  test('are not mentioned by a longer name', () => {
    expect(cast('@dogs bark at @cat')).toEqual(['c subject', 'h background', 'd subject'])
    expect(cast('@dogs and @dog at @cat')).toEqual(['d subject', 'c subject', 'h background'])
  })

  test('of any other kind are subjects, and so is a second background', () => {
    const odd = references.map((one) => ({ ...one, type: 'Background' }))
    expect(cast('x', odd)).toEqual(['c background', 'h subject', 'd subject'])
    const unnamed = references.map(() => ({ type: '', refName: '' }))
    expect(cast('@ x', unnamed)).toEqual(['c subject', 'h subject', 'd subject'])
  })
})

test('of a pair, the first frame and the last one; of a picture, itself', () => {
  const pair: Parameters<typeof castOf>[0] = {
    field: 'headtailImages',
    prompt: '@x',
    references: [],
  }
  expect(castOf(pair, pictures.slice(0, 2))).toEqual([
    { sha256: 'c', role: 'first' },
    { sha256: 'h', role: 'last' },
  ])
  expect(castOf({ ...pair, field: 'image' }, pictures.slice(0, 1))).toEqual([
    { sha256: 'c', role: 'first' },
  ])
})
