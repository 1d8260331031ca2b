import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { CreatePage } from '@/components/generate/create-page'
import { createQueryClient } from '@/lib/client/query-client'
import { AppError } from '@/lib/shared/errors'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { requirePerson } from '@/lib/server/accounts/person'
import { currentPrices } from '@/lib/server/prices/prices'
import { getTask } from '@/lib/server/tasks/get-task'
import { presentTask } from '@/lib/server/tasks/present-task'
import { studioInfo } from '@/lib/server/tasks/studio-info'
import type { TaskOnWire } from '@/lib/shared/wire'
import { prefetchTaskList } from './prefetch-task-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  // The layout's template is for the segments below its own.
  return { title: { absolute: t('page', { title: t('create') }) } }
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const person = requirePerson(await headers())
  const { from } = await searchParams
  const client = createQueryClient()
  const [origin, prices] = await Promise.all([
    typeof from === 'string' ? findOrigin(from) : null,
    // Only an estimate: the page comes all the same.
    currentPrices().catch(() => DEFAULT_PRICES),
    prefetchTaskList(client, person),
  ])
  const { rules, uploadMaxBytes, isSimulator } = studioInfo()
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CreatePage
        key={origin?.id}
        origin={origin}
        studio={{ rules, uploadMaxBytes, isSimulator, prices }}
      />
    </HydrationBoundary>
  )
}

/** The task whose settings the form starts with; null where it is gone. */
async function findOrigin(id: string): Promise<TaskOnWire | null> {
  const person = requirePerson(await headers())
  try {
    return presentTask(await getTask({ person, id }), await getLocale())
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
