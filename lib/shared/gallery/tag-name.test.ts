import { expect, test } from 'vitest'
import { TAG_MAX_CHARACTERS } from './keeping-limits'
import { readTagName } from './tag-name'

test.each([
  ['  Night   walk ', 'Night walk', 'night walk'],
  ['Ｎｉｇｈｔ', 'Night', 'night'],
  ['夜　景', '夜 景', '夜 景'],
  ['É', 'É', 'é'],
  ['👩‍🚀', '👩‍🚀', '👩‍🚀'],
])('%j is %j', (text, name, key) => {
  expect(readTagName(text)).toEqual({ name, key })
})

test('fifty characters are not too long, as a person counts them', () => {
  expect(readTagName('猫'.repeat(TAG_MAX_CHARACTERS))).not.toBeNull()
  expect(readTagName('😀'.repeat(TAG_MAX_CHARACTERS))).not.toBeNull()
  expect(readTagName('a'.repeat(TAG_MAX_CHARACTERS + 1))).toBeNull()
})

test.each(['', '  ', 'a\u0000b', 'a\u202eb'])('%j is no name', (text) => {
  expect(readTagName(text)).toBeNull()
})
