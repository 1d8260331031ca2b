import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { CreatePage } from '@/components/generate/create-page'
import type { Origin } from '@/components/generate/origin'
import { createQueryClient } from '@/lib/client/query-client'
import { AppError } from '@/lib/shared/errors'
import { GO_ON_WAYS } from '@/lib/shared/family'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { requirePerson } from '@/lib/server/accounts/person'
import { getImage } from '@/lib/server/images/get-image'
import { presentImage } from '@/lib/server/images/present-image'
import { currentPrices } from '@/lib/server/prices/prices'
import { getTask } from '@/lib/server/tasks/get-task'
import { presentTask } from '@/lib/server/tasks/present-task'
import { studioInfo } from '@/lib/server/tasks/studio-info'
import { prefetchTaskList } from './prefetch-task-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  // The layout's template is for the segments below its own.
  return { title: { absolute: t('page', { title: t('create') }) } }
}

export default async function Page({ searchParams }: PageProps<'/'>) {
  const person = requirePerson(await headers())
  const { from, way, frame } = await searchParams
  const client = createQueryClient()
  const [origin, prices] = await Promise.all([
    typeof from === 'string' ? findOrigin({ from, way, frame }) : null,
    // Only an estimate: the page comes all the same.
    currentPrices().catch(() => DEFAULT_PRICES),
    prefetchTaskList(client, person),
  ])
  const { rules, uploadMaxBytes, isSimulator } = studioInfo()
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CreatePage
        key={origin ? JSON.stringify([from, way, frame]) : undefined}
        origin={origin}
        studio={{ rules, uploadMaxBytes, isSimulator, prices }}
      />
    </HydrationBoundary>
  )
}

type Asked = string | string[] | undefined

/** What the form starts with a part of; null where it is gone. A way that means nothing is everything. */
async function findOrigin(asked: {
  from: string
  way: Asked
  frame: Asked
}): Promise<Origin | null> {
  const person = requirePerson(await headers())
  const way = GO_ON_WAYS.find((known) => known === asked.way) ?? 'all'
  try {
    const [task, picture] = await Promise.all([
      getTask({ person, id: asked.from }),
      typeof asked.frame === 'string' ? getImage({ person, id: asked.frame }) : null,
    ])
    return {
      task: presentTask(task, await getLocale()),
      way,
      frame: picture && presentImage(picture),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
