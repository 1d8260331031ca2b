'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { attentionQueries } from '@/lib/client/attention-queries'
import { taskQueries } from '@/lib/client/task-queries'
import { useErrorSentence } from '../shell/error-sentence'
import { Button, buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ErrorText } from '../ui/error-text'
import { AuditList } from './audit-list'
import { groupItems } from './group-items'
import { NeedySection } from './needy-section'
import { QueuePanel } from './queue-panel'

/** Everything that waits for a person's word, and what was decided before. */
export function AttentionPage() {
  const t = useTranslations('attention')
  const trouble = useTranslations('trouble')
  const sentence = useErrorSentence()
  const list = useInfiniteQuery(attentionQueries.list())
  const { data: queue } = useQuery(taskQueries.queue())
  const items = list.data?.pages.flatMap((page) => page.items)
  const isQuiet = items?.length === 0 && !queue?.paused && !queue?.diskFull
  if (!items) {
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
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-10 px-4 py-6 sm:px-6 sm:py-10">
      {isQuiet ? <Quiet /> : <Heading />}
      <QueuePanel />
      {groupItems(items).map((group) => (
        <NeedySection key={group.key} group={group} />
      ))}
      {list.hasNextPage && (
        <div className="flex flex-col items-center gap-2">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
          <ErrorText>{list.isFetchNextPageError && t('moreFailed')}</ErrorText>
        </div>
      )}
      <AuditList />
    </div>
  )
}

function Heading() {
  const t = useTranslations('attention')
  return (
    <div>
      <h1 className="text-display font-semibold">{t('title')}</h1>
      <p className="mt-1 text-soft">{t('intro')}</p>
    </div>
  )
}

function Quiet() {
  const t = useTranslations('attention')
  return (
    <div className="-my-10">
      <EmptyState
        title={t('empty')}
        text={t('emptyText')}
        picture={
          <img
            src="/examples/coffee.webp"
            alt=""
            width={600}
            height={400}
            className="mb-2 h-auto w-full max-w-xs rounded-card"
          />
        }
        action={
          <Link href="/gallery" className={buttonClass()}>
            {t('emptyAction')}
          </Link>
        }
      />
    </div>
  )
}
