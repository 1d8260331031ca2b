'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { taskQueries } from '@/lib/client/task-queries'
import { ViewerHost } from '../viewer/viewer-host'
import { ClipRows } from './clip-rows'
import { EmptyGallery } from './empty-gallery'
import { GalleryFailed } from './gallery-failed'
import { GalleryLoading } from './gallery-loading'
import { MoreClips } from './more-clips'

/** Every clip that the address asks for. The bar above, the grid, and what lies over both. */
export function Gallery() {
  const { search } = useGalleryQuery()
  return (
    <div data-gallery={search} className="p-1">
      <Clips />
      <ViewerHost search={search} />
    </div>
  )
}

/** Until the routes of finding are there: the whole list, page after page. */
function Clips() {
  const t = useTranslations('gallery')
  const list = useInfiniteQuery(taskQueries.list())
  const tasks = list.data?.pages.flatMap((page) => page.tasks)
  if (list.isPending) return <GalleryLoading />
  if (!tasks) return <GalleryFailed error={list.error} onRetry={() => void list.refetch()} />
  if (tasks.length === 0) return <EmptyGallery />
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <ClipRows tasks={tasks} label={t('title')} />
      <MoreClips
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
