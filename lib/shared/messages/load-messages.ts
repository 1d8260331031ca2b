import type { Locale } from '@/lib/shared/locale'
import type { messages as english } from './en'

export type Messages = typeof english

/** All sentences of a language. Each language is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { messages } = await (locale === 'zh' ? import('./zh') : import('./en'))
  return messages
}
