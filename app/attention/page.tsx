import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { AttentionPage } from '@/components/attention/attention-page'
import { ATTENTION_PAGE, attentionQueries, AUDIT_PAGE } from '@/lib/client/attention-queries'
import { createQueryClient } from '@/lib/client/query-client'
import { requirePerson } from '@/lib/server/accounts/person'
import { listAudit } from '@/lib/server/tasks/audit-trail'
import { listAttention } from '@/lib/server/tasks/attention/list-attention'
import { presentAttention } from '@/lib/server/tasks/attention/present-attention'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('attention') }
}

export default async function Page() {
  const client = createQueryClient()
  await prefetchAttention(client)
  const { attention, ...rest } = await getMessages()
  const { audit, banners, resolve, actions, states, task, toasts, trouble } = rest
  return (
    // Words of its own, which no other page carries, and what of the others' it says.
    <NextIntlClientProvider
      messages={{ attention, audit, banners, resolve, actions, states, task, toasts, trouble }}
    >
      <HydrationBoundary state={dehydrate(client)}>
        <AttentionPage />
      </HydrationBoundary>
    </NextIntlClientProvider>
  )
}

/** Without an answer the page still comes, and asks by itself. */
async function prefetchAttention(client: QueryClient): Promise<void> {
  const person = requirePerson(await headers())
  const locale = await getLocale()
  const cursor = null
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...attentionQueries.list(),
      queryFn: async () => {
        const page = await listAttention({ person, limit: ATTENTION_PAGE, cursor })
        return {
          items: page.items.map((item) => presentAttention(item, locale)),
          nextCursor: page.nextCursor,
        }
      },
    }),
    client.prefetchInfiniteQuery({
      ...attentionQueries.audit(),
      queryFn: () => listAudit({ person, limit: AUDIT_PAGE, cursor }),
    }),
  ])
}
