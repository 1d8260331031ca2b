export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/** Holds the language a person chose; without it the browser's own preference decides. */
export const LOCALE_COOKIE = 'locale'

export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The first language of `Accept-Language` that the studio speaks, by its weights; English otherwise. */
export function pickLocale(options: { cookie?: string; acceptLanguage?: string | null }): Locale {
  if (isLocale(options.cookie)) return options.cookie
  const wanted = (options.acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: weight ? Number(weight) : 1, order }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}
