import type { Locale } from '@/lib/shared/locale'
import type errors from './en/errors.json'
import type pictures from './en/pictures.json'
import type settings from './en/settings.json'
import type studio from './en/studio.json'

export type Messages = typeof errors & typeof pictures & typeof settings & typeof studio

/** All sentences of a language. Each language is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const [errors, pictures, settings, studio] = await Promise.all(
    locale === 'zh'
      ? [
          import('./zh/errors.json'),
          import('./zh/pictures.json'),
          import('./zh/settings.json'),
          import('./zh/studio.json'),
        ]
      : [
          import('./en/errors.json'),
          import('./en/pictures.json'),
          import('./en/settings.json'),
          import('./en/studio.json'),
        ],
  )
  return { ...errors.default, ...pictures.default, ...settings.default, ...studio.default }
}
