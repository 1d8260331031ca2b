import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { SettingsPage } from '@/components/settings/settings-page'
import { isTheme, THEME_COOKIE } from '@/lib/client/preferences'
import { createQueryClient } from '@/lib/client/query-client'
import { settingsQueries } from '@/lib/client/settings-queries'
import { requireOwner } from '@/lib/server/accounts/person'
import { describePrices } from '@/lib/server/prices/prices'
import { describeKey } from '@/lib/server/settings/describe-key'
import { currentRetention } from '@/lib/server/tasks/cleaning/retention'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('settings') }
}

export default async function Page() {
  requireOwner(await headers())
  const client = createQueryClient()
  const [key, prices, retention] = await Promise.all([
    describeKey(),
    describePrices(),
    currentRetention(),
  ])
  client.setQueryData(settingsQueries.key().queryKey, key)
  client.setQueryData(settingsQueries.prices().queryKey, prices)
  client.setQueryData(settingsQueries.retention().queryKey, retention)
  const messages = await getMessages()
  const { studioSettings, studioPrices, studioRetention, noticeSettings, trouble } = messages
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  return (
    // This page's own words, which no other page carries.
    <NextIntlClientProvider
      messages={{ studioSettings, studioPrices, studioRetention, noticeSettings, trouble }}
    >
      <HydrationBoundary state={dehydrate(client)}>
        <SettingsPage theme={isTheme(chosen) ? chosen : 'system'} />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}
