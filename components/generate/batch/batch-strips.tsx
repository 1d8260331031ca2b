import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { batchQueries } from '@/lib/client/batch-queries'
import type { CanceledBatch } from '@/lib/shared/batch-wire'
import { BatchStrip } from './batch-strip'

/** The batches in which something may still happen. */
export function BatchStrips() {
  const t = useTranslations('batch')
  const { data } = useQuery(batchQueries.open())
  // Said here, since a batch of which nothing is left is no longer shown.
  const [canceled, setCanceled] = useState<CanceledBatch | null>(null)
  const batches = data?.batches ?? []
  return (
    <div className="mb-6 flex flex-col gap-2 empty:hidden">
      {batches.length > 0 && (
        <ul aria-label={t('label')} className="flex flex-col gap-2">
          {batches.map((batch) => (
            <BatchStrip key={batch.id} batch={batch} onCanceled={setCanceled} />
          ))}
        </ul>
      )}
      <p role="status" className="text-meta text-soft empty:sr-only">
        {canceled &&
          t('canceled', { count: canceled.canceledNow, goingOn: canceled.goingOn }).trim()}
      </p>
    </div>
  )
}
