import { expect, it } from 'vitest'
import { pickLocale } from './locale'

it.each<[string | undefined, string | null, string]>([
  [undefined, null, 'en'],
  [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  [undefined, 'en-US,en;q=0.9,zh;q=0.8', 'en'],
  [undefined, 'fr;q=1, zh;q=0.2, en;q=0.1', 'zh'],
  [undefined, 'de, zh;q=0', 'en'],
  ['en', 'zh', 'en'],
  ['zh', 'en', 'zh'],
  ['xx', 'zh', 'zh'],
])('cookie %s and Accept-Language %s give %s', (cookie, acceptLanguage, expected) => {
  expect(pickLocale({ cookie, acceptLanguage })).toBe(expected)
})
