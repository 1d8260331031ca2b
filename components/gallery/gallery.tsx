'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'
import { useErrorSentence } from '../shell/error-sentence'
import { Button, buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ClipRows } from './clip-rows'
import { GalleryLoading } from './gallery-loading'
import { MoreClips } from './more-clips'

/** Every clip, newest first. */
export function Gallery() {
  const t = useTranslations('gallery')
  const trouble = useTranslations('trouble')
  const sentence = useErrorSentence()
  const list = useInfiniteQuery(taskQueries.list())
  const tasks = list.data?.pages.flatMap((page) => page.tasks)

  if (list.isPending) return <GalleryLoading />
  if (!tasks) {
    return (
      <EmptyState
        picture={<CircleAlert aria-hidden className="size-10 text-faint" strokeWidth={1.25} />}
        title={t('failed')}
        text={list.error ? sentence(list.error) : undefined}
        action={
          <Button look="primary" onClick={() => void list.refetch()}>
            {trouble('retry')}
          </Button>
        }
      />
    )
  }
  if (tasks.length === 0) {
    return (
      <EmptyState
        title={t('empty')}
        picture={
          <img
            src="/examples/coffee.webp"
            alt=""
            width={600}
            height={400}
            className="mb-2 h-auto w-full rounded-card"
          />
        }
        action={
          <Link href="/" className={buttonClass('primary')}>
            {t('emptyAction')}
          </Link>
        }
      />
    )
  }
  return (
    <div className="p-1">
      <h1 className="sr-only">{t('title')}</h1>
      <ClipRows tasks={tasks} label={t('title')} />
      <MoreClips
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  )
}
