import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, pickLocale } from '@/lib/shared/locale'
import { loadMessages } from '@/lib/shared/messages/load-messages'

/** The language of a request: what the person chose, else what the browser prefers. It has no place in the address. */
const requestLocale = getRequestConfig(async () => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()])
  const locale = pickLocale({
    cookie: cookieStore.get(LOCALE_COOKIE)?.value,
    acceptLanguage: headerList.get('accept-language'),
  })
  return {
    locale,
    messages: await loadMessages(locale),
    // Times are first written in the server's zone; the browser then puts its own (components/task/local-time.tsx).
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
})

export default requestLocale
