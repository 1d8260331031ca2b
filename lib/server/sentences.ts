import { createTranslator } from 'use-intl/core'
import type { MessageValues } from '@/lib/shared/errors'
import type { Locale } from '@/lib/shared/locale'
import en from '@/lib/shared/messages/en/errors.json'
import zh from '@/lib/shared/messages/zh/errors.json'

const messages = { en, zh }
type Group = keyof typeof en

/** The sentence of a code in a language. A value that a sentence does not need is ignored. */
export function sentence(
  locale: Locale,
  group: Group,
  code: string,
  values: MessageValues = {},
): string {
  const translate = createTranslator({
    locale,
    messages: messages[locale][group] as Record<string, string>,
  })
  return translate(code, values)
}
