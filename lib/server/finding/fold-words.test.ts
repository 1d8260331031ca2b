import { describe, expect, it, test } from 'vitest'
import { fold, indexQuestion, indexWords, piecesOf, wordMatcher } from './fold-words'

test('case, accents, and wide and narrow forms are one', () => {
  expect(fold('CAFÉ Montréal ＡＢＣ ﬁlm')).toBe('cafe montreal abc film')
  expect(fold('한글')).toBe('한글') // Korean syllables are not taken apart
})

test('words, runs and pictographs are told apart', () => {
  expect(piecesOf('4k电影 isn’t 🎬')).toEqual([
    { kind: 'word', text: '4k' },
    { kind: 'run', text: '电影' },
    { kind: 'word', text: 'isn' },
    { kind: 'word', text: 't' },
    { kind: 'word', text: 'u1f3ac' },
  ])
})

test('the index is given neighbours, and the last one alone', () => {
  expect(indexWords('橘猫在, cat')).toBe('橘猫 猫在 在 cat')
})

test.each([
  ['cat', '"cat"*'],
  ['Cat cat', '"cat"*'],
  ['猫', '"猫"*'],
  ['橘猫', '"橘猫"'],
  ['橘猫在', '"橘猫 猫在"'],
  ['red 猫', '"red"* AND "猫"*'],
  ['"cat" OR -x*', '"cat"* AND "or"* AND "x"*'],
  ['…!?', null],
  ['', null],
])('%s is asked as %s', (words, question) => {
  expect(indexQuestion(words)).toBe(question)
})

describe('a text has', () => {
  const has = (words: string, text: string) => wordMatcher(words)(text)
  it.each([
    ['Am', 'an amber cat'],
    ['MONTREAL', 'café in Montréal'],
    ['橘', '一只橘猫'],
    ['只橘猫', '一只橘猫'],
    ['猫 window', '橘猫 by the window'],
  ])('%s in %s', (words, text) => expect(has(words, text)).toBe(true))
  it.each([
    ['at', 'a cat'],
    ['橘狗', '橘猫和狗'],
    ['猫在', '橘猫,在'],
    ['cat dog', 'a cat'],
  ])('no %s in %s', (words, text) => expect(has(words, text)).toBe(false))
})
