import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Gallery } from '@/components/gallery/gallery'
import { readView, VIEW_COOKIE } from '@/lib/client/gallery/gallery-view'
import { createQueryClient } from '@/lib/client/query-client'
import { requirePerson } from '@/lib/server/accounts/person'
import { readGalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { prefetchGallery } from '../prefetch-gallery'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('gallery') }
}

/** A filter of the address that means nothing is passed over here; the page says so. */
export default async function Page({ searchParams }: PageProps<'/gallery'>) {
  const person = requirePerson(await headers())
  const [params, cookieStore] = await Promise.all([searchParams, cookies()])
  const client = createQueryClient()
  await prefetchGallery(client, person, readGalleryQuery(toParams(params)).query)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Gallery initialView={readView(cookieStore.get(VIEW_COOKIE)?.value)} />
    </HydrationBoundary>
  )
}

function toParams(read: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(read))
    for (const one of [value ?? []].flat()) params.append(name, one)
  return params
}
