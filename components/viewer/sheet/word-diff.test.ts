import { expect, test } from 'vitest'
import { wordDiff, type DiffPart } from './word-diff'

const told = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
const side = (parts: readonly DiffPart[], left: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('')

test.each([
  ['a red cat sleeps', 'a blue cat sleeps', ['a ', '-red-', '+blue+', ' cat sleeps']],
  ['rain', 'rain at night', ['rain', '+ at night+']],
  ['雨中的小猫', '雪中的小狗', ['-雨-', '+雪+', '中的小', '-猫-', '+狗+']],
  ['the same', 'the same', ['the same']],
  ['', 'all new', ['+all new+']],
  ['all gone', '', ['-all gone-']],
])('%s → %s', (before, after, expected) => {
  expect(told(wordDiff(before, after))).toEqual(expected)
})

test('both texts can be read back, whatever they are', () => {
  const words = ['rain', ' ', '雨', 'on', '.', '\n', '🎬', "it's"]
  let seed = 7
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  const text = () =>
    Array.from({ length: 30 }, () => words[Math.floor(next() * words.length)]).join('')
  for (let round = 0; round < 100; round += 1) {
    const [before, after] = [text(), text()]
    const parts = wordDiff(before, after)
    expect(side(parts, 'removed')).toBe(before)
    expect(side(parts, 'added')).toBe(after)
  }
})

test('texts of pages are told at once, whole', () => {
  const long = (word: string) => `${word} `.repeat(1_000)
  expect(wordDiff(long('a'), long('b'))).toEqual([
    { kind: 'removed', text: long('a').trimEnd() },
    { kind: 'added', text: long('b').trimEnd() },
    { kind: 'same', text: ' ' },
  ])
})
