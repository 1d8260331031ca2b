import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Gallery } from '@/components/gallery/gallery'
import { createQueryClient } from '@/lib/client/query-client'
import { requirePerson } from '@/lib/server/accounts/person'
import { prefetchTaskList } from '../prefetch-task-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('gallery') }
}

export default async function Page() {
  const person = requirePerson(await headers())
  const client = createQueryClient()
  await prefetchTaskList(client, person)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Gallery />
    </HydrationBoundary>
  )
}
