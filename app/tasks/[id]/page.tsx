import { cache } from 'react'
import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClipPage } from '@/components/viewer/clip-page'
import { attentionQueries } from '@/lib/client/attention-queries'
import { isSheetOpen, SHEET_COOKIE } from '@/lib/client/preferences'
import { createQueryClient } from '@/lib/client/query-client'
import { taskQueries } from '@/lib/client/task-queries'
import { AppError } from '@/lib/shared/errors'
import { requirePerson } from '@/lib/server/accounts/person'
import { taskHistory } from '@/lib/server/tasks/audit-trail'
import { readTask } from '@/lib/server/tasks/get-task'
import { presentWithOutlook } from '@/lib/server/tasks/present-task'
import { seenEvent } from '../../seen-event'

const TITLE_CHARACTERS = 60

/** Once a request: title and page both need it. Another's task is not found, like one that never was. */
const loadTask = cache(async (id: string) => {
  const person = requirePerson(await headers())
  await seenEvent()
  try {
    return await presentWithOutlook(await readTask({ person, id }), await getLocale())
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: PageProps<'/tasks/[id]'>): Promise<Metadata> {
  const { id } = await params
  const [task, t] = await Promise.all([loadTask(id), getTranslations('titles')])
  return { title: task.title || [...task.prompt].slice(0, TITLE_CHARACTERS).join('') || t('task') }
}

export default async function Page({ params }: PageProps<'/tasks/[id]'>) {
  const { id } = await params
  const person = requirePerson(await headers())
  const cookieStore = await cookies()
  const client = createQueryClient()
  client.setQueryData(taskQueries.one(id).queryKey, await loadTask(id))
  client.setQueryData(
    attentionQueries.history(id).queryKey,
    await taskHistory({ person, id }).catch(() => ({ entries: [] })), // only the page's foot
  )
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ClipPage id={id} isSheetOpen={isSheetOpen(cookieStore.get(SHEET_COOKIE)?.value)} />
    </HydrationBoundary>
  )
}
