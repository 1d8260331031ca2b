import type { Metadata, Viewport } from 'next'
import { dehydrate } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import localFont from 'next/font/local'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { Banners } from '@/components/shell/banners'
import { Header } from '@/components/shell/header'
import { OfflineBar } from '@/components/shell/offline-bar'
import { Providers } from '@/components/shell/providers'
import { REFUSALS } from '@/lib/client/pictures/picture-refusal'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import { liveQueries } from '@/lib/client/live-queries'
import { isTheme, THEME_COOKIE } from '@/lib/client/preferences'
import { createQueryClient } from '@/lib/client/query-client'
import { taskQueries } from '@/lib/client/task-queries'
import { requirePerson } from '@/lib/server/accounts/person'
import { runningChanges } from '@/lib/server/keeping/changes/running-changes'
import { describeQueue } from '@/lib/server/tasks/queue-state'
import { studioInfo } from '@/lib/server/tasks/studio-info'
import { seenEvent } from './seen-event'
import './globals.css'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return {
    title: { default: t('shell.name'), template: t('titles.page', { title: '%s' }) },
    description: t('shell.description'),
    robots: { index: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const person = requirePerson(await headers())
  const [locale, cookieStore, t] = await Promise.all([getLocale(), cookies(), getTranslations()])
  const chosen = cookieStore.get(THEME_COOKIE)?.value
  const theme = isTheme(chosen) ? chosen : 'system'
  const client = createQueryClient()
  await client.prefetchQuery({ ...liveQueries.seen(), queryFn: seenEvent })
  // Without an answer the page still comes, and asks by itself.
  await client.prefetchQuery({ ...taskQueries.queue(), queryFn: () => describeQueue(locale) })
  await client.prefetchQuery({ ...keepingQueries.changes(), queryFn: () => runningChanges(person) })
  const { isSimulator, picturesReachable } = studioInfo()

  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} data-theme={theme} className={inter.variable}>
      <body className="flex min-h-dvh flex-col antialiased">
        <NextIntlClientProvider messages={await clientMessages()}>
          <Providers state={dehydrate(client)}>
            <a
              href="#main"
              className="sr-only z-50 rounded-card bg-lamp text-on-lamp focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2.5"
            >
              {t('shell.skip')}
            </a>
            <Header theme={theme} />
            <OfflineBar />
            <Banners isSimulator={isSimulator} arePicturesReachable={picturesReachable} />
            <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

/** What components say. Other refusals stay on the server and come with its answers; the settings' words come with
 * their page, those of a dialog with the dialog. */
async function clientMessages() {
  const messages = await getMessages()
  return {
    ...omit(messages, [
      'taskErrors',
      'pauses',
      'attention',
      'noticeSettings',
      'studioSettings',
      'studioPrices',
      'studioRetention',
      'several',
      'selecting',
      'shortcuts',
    ]),
    errors: Object.fromEntries(REFUSALS.map((code) => [code, messages.errors[code]])),
  }
}

function omit<T extends object, Key extends keyof T>(value: T, keys: readonly Key[]): Omit<T, Key> {
  const copy = { ...value }
  for (const key of keys) delete copy[key]
  return copy
}
