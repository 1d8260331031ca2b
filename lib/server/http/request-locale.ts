import { LOCALE_COOKIE, pickLocale, type Locale } from '@/lib/shared/locale'

/** The language of an answer: the person's choice, else the browser's preference. */
export function requestLocale(headers: Headers): Locale {
  const cookies = headers.get('cookie') ?? ''
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([a-z]+)`).exec(cookies)?.[1]
  return pickLocale({ cookie, acceptLanguage: headers.get('accept-language') })
}
