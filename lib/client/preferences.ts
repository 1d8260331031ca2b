import { LOCALE_COOKIE, type Locale } from '@/lib/shared/locale'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_COOKIE = 'theme'

const YEAR_SECONDS = 365 * 24 * 60 * 60

export function isTheme(value: string | undefined): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** The page takes the choice at once; the server reads it with the next request, so no page starts in the wrong colours. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  keepCookie(THEME_COOKIE, theme)
}

export function chooseLocale(locale: Locale): void {
  keepCookie(LOCALE_COOKIE, locale)
}

export function keepCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
