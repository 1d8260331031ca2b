import { expect, test } from 'vitest'
import { anImage } from '@/lib/client/test-builders'
import { EMPTY_FORM, readDraftValues, toFormPicture, type FormValues } from './form-values'

const PICTURE = toFormPicture(anImage())
const FULL: FormValues = {
  ...EMPTY_FORM,
  mode: 'reference',
  image: PICTURE,
  tail: PICTURE,
  references: [{ picture: PICTURE, type: 'background', refName: 'room', label: '房间' }],
  prompt: 'Steam rises',
  seed: '42',
  isSeedLocked: true,
  motionMode: 'fast',
  soundEffectSwitch: true,
}

test.each([EMPTY_FORM, FULL])('a draft comes back as it was: %#', (draft) =>
  expect(readDraftValues(JSON.parse(JSON.stringify(draft)))).toEqual(draft),
)

test('nothing is no draft', () => {
  expect(readDraftValues(undefined)).toBeNull()
})

test.each<[string, object, Partial<FormValues>]>([
  ['a field too few', { seed: undefined }, { seed: '' }],
  ['a seed that was a number once', { seed: 42 }, { seed: '' }],
  ['no place for a picture', { image: undefined }, { image: null }],
  ['a picture without its address', { image: { ...PICTURE, url: undefined } }, { image: null }],
  ['a mode that is no more', { mode: 'text' }, { mode: 'image' }],
  ['half a reference', { references: [{ picture: PICTURE, refName: 'cat' }] }, { references: [] }],
])('of a draft with %s the rest is kept', (_, stored, read) => {
  const draft = { ...EMPTY_FORM, prompt: 'Steam rises', tail: PICTURE }
  expect(readDraftValues({ ...draft, ...stored })).toEqual({ ...draft, ...read })
})

test('of a picture the form keeps what it shows and sends', () => {
  expect(Object.keys(PICTURE).sort()).toEqual(
    ['height', 'id', 'originalHeight', 'originalWidth', 'url', 'width'].sort(),
  )
})
