'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useStorePrices } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { FieldError } from '../ui/field-error'
import { Panel } from './panel'
import { PriceForm } from './price-form'

/** What estimates are made with, to be changed and put back. */
export function PricePanel() {
  const t = useTranslations('studioPrices')
  // The server has filled it before the page came.
  const { data } = useQuery(settingsQueries.prices())
  const [outcome, setOutcome] = useState<'saved' | 'restored' | null>(null)
  const restore = useStorePrices()
  const sentence = useErrorSentence()
  if (!data) return null
  return (
    <Panel
      title={t('title')}
      action={
        !data.isDefault && (
          <Button
            look="quiet"
            disabled={restore.isPending}
            onClick={() => restore.mutate(null, { onSuccess: () => setOutcome('restored') })}
          >
            {t('reset')}
          </Button>
        )
      }
    >
      <p id="prices" className="scroll-mt-32 text-meta text-soft">
        {t('text')} {data.isDefault ? t('default') : t('own')}
      </p>
      <PriceForm
        // Drawn anew from what is stored.
        key={JSON.stringify(data.prices)}
        prices={data.prices}
        onChange={() => setOutcome(null)}
        onStored={() => setOutcome('saved')}
      />
      <FieldError id="prices-restore-error">{restore.error && sentence(restore.error)}</FieldError>
      <p role="status" className="text-meta text-soft empty:sr-only">
        {outcome && t(outcome)}
      </p>
    </Panel>
  )
}
