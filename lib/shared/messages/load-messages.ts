import type { Locale } from '@/lib/shared/locale'
import type camera from './en/camera.json'
import type errors from './en/errors.json'
import type form from './en/form.json'
import type settings from './en/settings.json'
import type studio from './en/studio.json'

export type Messages = typeof camera & typeof errors & typeof form & typeof settings & typeof studio

/** All sentences of a language. Each language is a chunk of its own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const [camera, errors, form, settings, studio] = await Promise.all(
    locale === 'zh'
      ? [
          import('./zh/camera.json'),
          import('./zh/errors.json'),
          import('./zh/form.json'),
          import('./zh/settings.json'),
          import('./zh/studio.json'),
        ]
      : [
          import('./en/camera.json'),
          import('./en/errors.json'),
          import('./en/form.json'),
          import('./en/settings.json'),
          import('./en/studio.json'),
        ],
  )
  return {
    ...camera.default,
    ...errors.default,
    ...form.default,
    ...settings.default,
    ...studio.default,
  }
}
