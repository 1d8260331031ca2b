import type { Locale } from '@/lib/shared/locale'
import type batch from './en/batch.json'
import type errors from './en/errors.json'
import type settings from './en/settings.json'
import type several from './en/several.json'
import type studio from './en/studio.json'

export type Messages = typeof batch &
  typeof errors &
  typeof settings &
  typeof several &
  typeof studio

/** All sentences of a language. Each language is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const [batch, errors, settings, several, studio] = await Promise.all(
    locale === 'zh'
      ? [
          import('./zh/batch.json'),
          import('./zh/errors.json'),
          import('./zh/settings.json'),
          import('./zh/several.json'),
          import('./zh/studio.json'),
        ]
      : [
          import('./en/batch.json'),
          import('./en/errors.json'),
          import('./en/settings.json'),
          import('./en/several.json'),
          import('./en/studio.json'),
        ],
  )
  return {
    ...batch.default,
    ...errors.default,
    ...settings.default,
    ...several.default,
    ...studio.default,
  }
}
