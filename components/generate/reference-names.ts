import { REF_NAME_PATTERN } from '@/lib/shared/limits'
import type { FormPicture, FormReference } from './form-values'

type Named = Pick<FormReference, 'refName' | 'label'>

const BASE = 'image'
const NOT_IN_NAMES = /[^A-Za-z0-9]+/g
/** What people call their pictures most often; any other Chinese label gets a numbered name. */
const ASCII_FOR: readonly (readonly [string, string])[] = [
  ['背景', 'background'],
  ['女孩', 'girl'],
  ['男孩', 'boy'],
  ['女人', 'woman'],
  ['男人', 'man'],
  ['人物', 'person'],
  ['孩子', 'child'],
  ['主角', 'hero'],
  ['机器人', 'robot'],
  ['房间', 'room'],
  ['街道', 'street'],
  ['城市', 'city'],
  ['森林', 'forest'],
  ['猫', 'cat'],
  ['狗', 'dog'],
  ['鸟', 'bird'],
  ['马', 'horse'],
  ['龙', 'dragon'],
  ['车', 'car'],
  ['花', 'flower'],
  ['山', 'mountain'],
  ['海', 'sea'],
]

export function newReference(picture: FormPicture, others: readonly Named[]): FormReference {
  return { picture, type: 'subject', refName: suggestName('', others), label: '' }
}

/** A name that may be sent for what a person calls a picture: free, and neither the beginning of another nor begun by one. */
export function suggestName(label: string, others: readonly Named[]): string {
  const known = ASCII_FOR.find(([word]) => label.includes(word))?.[1]
  const plain = label
    .replaceAll(NOT_IN_NAMES, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 24)
  const base = plain || known || BASE
  const taken = others.map(({ refName }) => refName)
  const isFree = (name: string) =>
    REF_NAME_PATTERN.test(name) &&
    taken.every((other) => other === '' || (!other.startsWith(name) && !name.startsWith(other)))
  const numbered = (stem: string) => Array.from({ length: 99 }, (_, at) => `${stem}${at + 1}`)
  const own = base === BASE ? [] : [base, ...numbered(base)]
  return [...own, ...numbered(BASE)].find(isFree) ?? ''
}

/** The prompt after a reference got another name. */
export function renamedPrompt(prompt: string, from: string, to: string): string {
  if (!REF_NAME_PATTERN.test(from) || !REF_NAME_PATTERN.test(to)) return prompt
  return prompt.replaceAll(new RegExp(`@${from}(?=\\s|$)`, 'g'), `@${to}`)
}

/** The prompt with a mention at its end. */
export function withMention(prompt: string, name: string): string {
  const gap = prompt === '' || /\s$/.test(prompt) ? '' : ' '
  return `${prompt}${gap}@${name} `
}
