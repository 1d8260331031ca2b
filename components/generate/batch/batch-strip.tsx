import { useState } from 'react'
import Layers from 'lucide-react/icons/layers'
import Pause from 'lucide-react/icons/pause'
import { useTranslations } from 'next-intl'
import { useCancelBatch, useHoldBatch } from '@/lib/client/batch-mutations'
import type { BatchOnWire, CanceledBatch } from '@/lib/shared/batch-wire'
import { useErrorSentence } from '../../shell/error-sentence'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { TextButton } from '../../ui/text-button'

type Props = { batch: BatchOnWire; onCanceled: (batch: CanceledBatch) => void }

/** How a batch stands, and what can be done with what waits of it. */
export function BatchStrip({ batch, onCanceled }: Props) {
  const t = useTranslations('batch')
  const sentence = useErrorSentence()
  const hold = useHoldBatch()
  const cancel = useCancelBatch()
  const [isAsking, setAsking] = useState(false)
  const { id, name, total, counts, status } = batch
  const waiting = counts.queued
  const isPaused = status === 'paused'
  const error = hold.error ?? cancel.error
  const isBusy = hold.isPending || cancel.isPending
  return (
    <li className="rounded-card border border-line bg-surface px-3 py-2 text-meta tabular-nums">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-x-2">
          <Layers aria-hidden className="size-4 shrink-0 text-soft" />
          <span className="font-semibold wrap-anywhere">
            {name ? t('named', { name, total }) : t('of', { total })}
          </span>
          {isPaused && (
            <span className="flex items-center gap-1 text-needs">
              <Pause aria-hidden className="size-3.5" />
              {t('paused')}
            </span>
          )}
          <span className="text-soft">{useCounts(batch)}</span>
        </p>
        {waiting > 0 && !isAsking && (
          <p className="flex gap-4">
            <TextButton disabled={isBusy} onClick={() => hold.mutate({ id, isPaused: !isPaused })}>
              {isPaused ? t('resume') : t('pause')}
            </TextButton>
            <TextButton disabled={isBusy} onClick={() => setAsking(true)}>
              {t('cancel')}
            </TextButton>
          </p>
        )}
      </div>
      {waiting > 0 && isAsking && (
        <div
          role="group"
          aria-label={t('cancelSure', { count: waiting })}
          className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          <p className="flex-1 basis-60">
            <strong className="font-semibold">{t('cancelSure', { count: waiting })}</strong>{' '}
            {t('cancelText')}
          </p>
          <div className="flex gap-2">
            <Button
              look="danger"
              autoFocus
              disabled={isBusy}
              onClick={() => cancel.mutate(id, { onSuccess: onCanceled })}
            >
              {t('cancelYes')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
          </div>
        </div>
      )}
      <ErrorText>{error && sentence(error)}</ErrorText>
    </li>
  )
}

/** What there is of each kind, in one line. */
function useCounts({ counts }: BatchOnWire): string {
  const t = useTranslations('batch')
  const { submitting, running, archiving } = counts
  const kinds = [
    ['done', counts.succeeded],
    ['running', submitting + running + archiving],
    ['waiting', counts.queued],
    ['failed', counts.failed],
    ['needsYou', counts.unconfirmed],
    ['canceledCount', counts.canceled],
  ] as const
  return kinds
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t(kind, { count }))
    .join(' · ')
}
