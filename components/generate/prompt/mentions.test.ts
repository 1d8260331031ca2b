import { describe, expect, it, test } from 'vitest'
import { checkReferences } from '@/lib/shared/models/check-references'
import { examinePrompt } from './examine-prompt'
import { findMentions } from './mentions'
import { distance, nearest } from './nearest-name'
import { completion, matchReferences, openMention } from './open-mention'
import { resolveLabels } from './resolve-labels'

const hero = { refName: 'hero', label: '小猫' }
const room = { refName: 'room', label: 'Living room' }
const REFERENCES = [hero, room]

describe('findMentions', () => {
  it.each([
    ['@hero walks', [['hero', 'hero']]],
    ['@hero', [['hero', 'hero']]],
    [
      'in @room @hero',
      [
        ['room', 'room'],
        ['hero', 'hero'],
      ],
    ],
    ['让@hero跑', [['hero', 'hero']]],
    ['（@hero），走', [['hero', 'hero']]],
    ['@heroo walks', [['heroo', null]]],
    ['@hero_2 walks', [['hero_2', null]]],
    ['@Hero walks', [['Hero', null]]],
    ['@小猫跑过草地', [['小猫', 'hero']]],
    ['@小猫，跑', [['小猫', 'hero']]],
    ['@小狗，跑', [['小狗', null]]],
    ['@Living room lights up', [['Living room', 'room']]],
    ['@Living roomy', [['Living', null]]],
    ['@héros', [['héros', null]]],
    ['@@hero', [['hero', 'hero']]],
    ['write to me@example.com or a@hero', []],
    ['@ hero, @。@', []],
    ['no mention at all', []],
  ])('%s', (text, found) => {
    const mentions = findMentions(text, REFERENCES)
    expect(mentions.map(({ word, refName }) => [word, refName])).toEqual(found)
    for (const { start, end, word } of mentions) expect(text.slice(start, end)).toBe(`@${word}`)
  })

  it('takes the longest label, and a name before a label', () => {
    const cats = [hero, { refName: 'kitten', label: '小猫咪' }, { refName: 'c', label: 'hero' }]
    expect(findMentions('@小猫咪跑', cats)).toMatchObject([{ refName: 'kitten' }])
    expect(findMentions('@hero', cats)).toMatchObject([{ refName: 'hero', isLabel: false }])
  })

  it('knows no reference that has no name yet', () => {
    expect(findMentions('@小猫', [{ refName: '', label: '小猫' }])).toMatchObject([
      { word: '小猫', refName: null },
    ])
  })
})

describe('resolveLabels', () => {
  it.each([
    ['@小猫 跑过草地', '@hero 跑过草地'],
    ['@小猫跑过草地', '@hero 跑过草地'],
    ['看，@小猫，在@Living room', '看，@hero ，在@room'],
    ['@小猫\n跑', '@hero\n跑'],
    ['@小狗 and @heroo, a@小猫', '@小狗 and @heroo, a@小猫'],
    ['@hero, 小猫', '@hero, 小猫'],
  ])('%s', (prompt, sent) => {
    expect(resolveLabels(prompt, REFERENCES)).toBe(sent)
    expect(resolveLabels(sent, REFERENCES)).toBe(sent)
  })

  it('gives the maker what its rule wants', () => {
    const prompt = resolveLabels('@小猫在@Living room。', REFERENCES)
    expect(checkReferences({ references: REFERENCES, prompt, rules: 'strict' })).toEqual([])
  })
})

describe('examinePrompt', () => {
  const advice = (prompt: string, open: number | null = null) =>
    examinePrompt(prompt, REFERENCES, open).map((one) =>
      one.kind === 'unknown'
        ? `${one.kind} ${one.mention.word} ${one.suggestion}`
        : `${one.kind} ${one.refName}`,
    )

  it.each([
    ['@hero in @room', []],
    ['@小猫在@room', []],
    ['', ['unused hero', 'unused room']],
    ['@hero', ['unused room']],
    ['@heroo in @room', ['unknown heroo hero', 'unused hero']],
    ['@hero, in @room', ['tight hero']],
    ['@dragon and @dragon, @hero in @room', ['unknown dragon null']],
    ['me@example.com, @hero in @room', []],
  ])('%s', (prompt, said) => {
    expect(advice(prompt)).toEqual(said)
  })

  it('says nothing of the word that is being written', () => {
    expect(advice('@room and @he', 10)).toEqual(['unused hero'])
    expect(advice('@room and @he')).toEqual(['unknown he null', 'unused hero'])
  })

  it('finds nothing missing where the rule of the task finds nothing', () => {
    for (const prompt of ['@hero @room', '@room\n@hero', 'x @hero and (@room ']) {
      expect(checkReferences({ references: REFERENCES, prompt, rules: 'strict' })).toEqual([])
      expect(advice(prompt)).toEqual([])
    }
  })
})

describe('nearest', () => {
  it.each([
    ['heroo', 'hero'],
    ['Hero', 'hero'],
    ['hreo', 'hero'],
    ['romo', 'room'],
    ['livingroom', 'room'],
    ['小苗跑过草地', 'hero'],
    ['dragon', null],
    ['猫', 'hero'],
    ['x', null],
  ])('%s', (word, name) => {
    expect(nearest(word, REFERENCES)).toBe(name)
  })

  it('counts what must be changed', () => {
    expect(distance('hero', 'hero')).toBe(0)
    expect(distance('', 'abc')).toBe(3)
    expect(distance('ab', 'ba')).toBe(1)
    expect(distance('kitten', 'sitting')).toBe(3)
  })
})

describe('openMention', () => {
  it.each([
    ['@|', ''],
    ['walks with @he|', 'he'],
    ['让@小|', '小'],
    ['@he|ro', 'he'],
    ['@hero|', 'hero'],
    ['@Living ro|', 'Living ro'],
    ['@hero |', null],
    ['@小猫跑|', null],
    ['me@ex|', null],
    ['|@hero', null],
    ['@hero and th|', null],
    ['@\n|', null],
  ])('%s', (marked, query) => {
    const caret = marked.indexOf('|')
    const open = openMention(marked.replace('|', ''), caret, REFERENCES)
    expect(open?.query ?? null).toBe(query)
  })
})

test('those that begin with what is typed come first, by name or label', () => {
  const rose = { refName: 'sunrise', label: 'Room of light' }
  const names = (query: string) =>
    matchReferences(query, [...REFERENCES, rose]).map(({ refName }) => refName)
  expect(names('')).toEqual(['hero', 'room', 'sunrise'])
  expect(names('ROOM')).toEqual(['room', 'sunrise'])
  expect(names('猫')).toEqual(['hero'])
  expect(names('se')).toEqual(['sunrise'])
  expect(names('zebra')).toEqual([])
})

test.each([
  ['@he|', '@hero |'],
  ['@he| walks', '@hero |walks'],
  ['@he|ro, walks', '@hero |, walks'],
  ['a @小| b', 'a @hero |b'],
])('the name takes the place of what is written of it: %s', (before, after) => {
  const caret = before.indexOf('|')
  const text = before.replace('|', '')
  const open = openMention(text, caret, REFERENCES)
  if (!open) throw new Error('nothing is open')
  const { start, end, text: written } = completion(text, open, 'hero')
  expect(`${text.slice(0, start)}${written}|${text.slice(end)}`).toBe(after)
})
