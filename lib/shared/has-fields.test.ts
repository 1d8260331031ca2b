import { expect, it } from 'vitest'
import { hasFields } from './has-fields'

const FIELDS = { id: 'string', width: 'number', isOpen: 'boolean' } as const
const WHOLE = { id: 'a', width: 1, isOpen: false }

it('takes an object with the fields, whatever else it has', () => {
  expect(hasFields(WHOLE, FIELDS)).toBe(true)
  expect(hasFields({ ...WHOLE, more: null }, FIELDS)).toBe(true)
})

it.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'id'],
  ['a field too few', { id: 'a', width: 1 }],
  ['a field of another kind', { ...WHOLE, width: '1' }],
  ['an empty field', { ...WHOLE, id: null }],
])('refuses %s', (_, value) => {
  expect(hasFields(value, FIELDS)).toBe(false)
})
