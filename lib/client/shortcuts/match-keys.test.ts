import { expect, test } from 'vitest'
import { matchesKeys } from './match-keys'

function aPress(given: Partial<Parameters<typeof matchesKeys>[1]>, isAltGraph = false) {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: () => isAltGraph,
    ...given,
  }
}

test.each([
  ['x', { key: 'x' }],
  ['x', { key: 'X' }], // caps lock
  ['Shift+f', { key: 'F', shiftKey: true }],
  ['Mod+a', { key: 'a', ctrlKey: true }],
  ['Mod+a', { key: 'a', metaKey: true }],
  ['Shift+ArrowLeft', { key: 'ArrowLeft', shiftKey: true }],
  ['Space', { key: ' ' }],
  ['?', { key: '?', shiftKey: true }],
  ['/', { key: '/', shiftKey: true }], // German
  ['1', { key: '1', shiftKey: true }], // French
  ['x', { key: 'ч', code: 'KeyX' }], // Russian
])('%s is %o', (keys, press) => {
  expect(matchesKeys(keys, aPress(press))).toBe(true)
})

test.each([
  ['x', { key: 'x', shiftKey: true }],
  ['x', { key: 'x', ctrlKey: true }],
  ['x', { key: 'x', altKey: true }],
  ['f', { key: 'F', shiftKey: true }],
  ['Mod+a', { key: 'a' }],
  ['Mod+z', { key: 'Z', ctrlKey: true, shiftKey: true }],
  ['ArrowLeft', { key: 'ArrowLeft', shiftKey: true }],
  ['/', { key: '/', ctrlKey: true }],
  ['x', { key: '中', code: '' }],
])('%s is not %o', (keys, press) => {
  expect(matchesKeys(keys, aPress(press))).toBe(false)
})

test('a sign that is written with AltGr is that sign', () => {
  const press = aPress({ key: '[', ctrlKey: true, altKey: true }, true)
  expect(matchesKeys('[', press)).toBe(true)
})
