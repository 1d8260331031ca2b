import { expect, test } from 'vitest'
import { anImage } from '@/lib/client/test-builders'
import { EMPTY_FORM, readDraftValues, toFormPicture } from './form-values'

const PICTURE = toFormPicture(anImage())

test.each([EMPTY_FORM, { ...EMPTY_FORM, image: PICTURE, prompt: 'Steam rises', seed: '42' }])(
  'a draft comes back as it was: %#',
  (draft) => expect(readDraftValues(JSON.parse(JSON.stringify(draft)))).toEqual(draft),
)

test.each([
  ['nothing', undefined],
  ['a field too few', { ...EMPTY_FORM, seed: undefined }],
  ['a seed that was a number once', { ...EMPTY_FORM, seed: 42 }],
  ['no place for a picture', { ...EMPTY_FORM, image: undefined }],
  ['a picture without its address', { ...EMPTY_FORM, image: { ...PICTURE, url: undefined } }],
])('%s is no draft', (_, stored) => {
  expect(readDraftValues(stored)).toBeNull()
})

test('of a picture the form keeps what it shows and sends', () => {
  expect(Object.keys(PICTURE).sort()).toEqual(
    ['height', 'id', 'originalHeight', 'originalWidth', 'url', 'width'].sort(),
  )
})
