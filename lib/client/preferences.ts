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

/** Whether the sheet beside a clip is open, in the cookie's words. */
export const SHEET_COOKIE = 'clip-sheet'
const SHEET_CLOSED = 'closed'

/** `said`: what the cookie says; the sheet is open until somebody closes it. */
export function isSheetOpen(said: string | undefined): boolean {
  return said !== SHEET_CLOSED
}

export function chooseSheet(isOpen: boolean): void {
  keepCookie(SHEET_COOKIE, isOpen ? 'open' : SHEET_CLOSED)
}

/** What a cookie of the studio's says, where no server has read it for the page. */
export function readCookie(name: string): string | undefined {
  const start = `${name}=`
  return document.cookie
    .split('; ')
    .find((one) => one.startsWith(start))
    ?.slice(start.length)
}

export function chooseLocale(locale: Locale): void {
  keepCookie(LOCALE_COOKIE, locale)
}

export function keepCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
