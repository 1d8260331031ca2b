import { describe, expect, test } from 'vitest'
import { ERROR_STATUS, FIELD_CODES, PAUSE_REASONS, TASK_ERROR_CODES } from '@/lib/shared/errors'
import { LOCALES } from '@/lib/shared/locale'
import { loadCameraGuide } from '@/lib/shared/messages/load-camera-guide'
import { loadMessages, type Messages } from '@/lib/shared/messages/load-messages'
import primitivesEn from '@/lib/shared/messages/en/primitives.json'
import primitivesZh from '@/lib/shared/messages/zh/primitives.json'
import { TASK_STATUSES } from '@/lib/shared/task-states'

const HAN = '\\p{Script=Han}'

/** Every sentence by its dotted key. */
function sentences(tree: object, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[[...path, key].join('.'), value]]
      : sentences(Object(value), [...path, key]),
  )
}

/** Words that ICU chooses by; the braces after them hold what is said, not a value. */
const SELECTORS = /(=\d+|\b(one|other|light|dark|head|tail|reference|submit|query))\s*\{/g

/** The values that a sentence is given. */
function placeholders(sentence: string): string[] {
  const values = sentence.replaceAll(SELECTORS, '(').matchAll(/\{(\w+)\s*[,}]/g)
  return [...values].map(([, name]) => name ?? '').toSorted()
}

const messages = {
  en: {
    ...(await loadMessages('en')),
    cameraGuide: await loadCameraGuide('en'),
    primitives: primitivesEn,
  },
  zh: {
    ...(await loadMessages('zh')),
    cameraGuide: await loadCameraGuide('zh'),
    primitives: primitivesZh,
  },
} satisfies Record<(typeof LOCALES)[number], Messages & { cameraGuide: object; primitives: object }>

test('both languages say the same things, with the same values', () => {
  const zh = new Map(sentences(messages.zh))
  expect([...zh.keys()]).toEqual(sentences(messages.en).map(([key]) => key))
  for (const [key, sentence] of sentences(messages.en)) {
    const inChinese = new Set(placeholders(zh.get(key) ?? ''))
    const missing = placeholders(sentence).filter((name) => !inChinese.has(name))
    expect(missing, key).toEqual([])
  }
})

test('nothing is left empty', () => {
  for (const locale of LOCALES) {
    const empty = sentences(messages[locale]).filter(([, sentence]) => sentence.trim() === '')
    expect(empty).toEqual([])
  }
})

test('Chinese has Chinese punctuation', () => {
  const wrong = sentences(messages.zh).filter(([, sentence]) =>
    new RegExp(`${HAN}[,:;?!.(]|[,:;?!(]${HAN}|\\.\\.\\.`, 'u').test(sentence),
  )
  expect(wrong).toEqual([])
})

describe.each(LOCALES)('in %s every code has its sentence', (locale) => {
  test.each([
    ['errors', Object.keys(ERROR_STATUS)],
    ['fields', [...FIELD_CODES, 'prompt_required', 'image_required']],
    ['taskErrors', TASK_ERROR_CODES],
    ['pauses', PAUSE_REASONS],
    ['states', TASK_STATUSES],
    ['next', TASK_STATUSES],
  ] as const)('%s', (group, codes) => {
    const known = Object.keys(messages[locale][group])
    expect(codes.filter((code) => !known.includes(code))).toEqual([])
  })
})
