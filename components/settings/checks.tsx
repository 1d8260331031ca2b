'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { Diagnosis } from '@/lib/shared/diagnosis'
import { CHECK_NAMES } from '@/lib/shared/findings'
import { LocalTime } from '../player/local-time'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { FieldError } from '../ui/field-error'
import { FindingRow } from './finding-row'
import { Panel } from './panel'

/** What the doctor finds, with a remedy beside each failure. The page is there at once; this takes seconds. */
export function Checks() {
  const t = useTranslations('studioSettings.checks')
  const sentence = useErrorSentence()
  const { data, error, isFetching, refetch } = useQuery(settingsQueries.diagnosis())
  const code = (chunks: React.ReactNode) => <code>{chunks}</code>
  return (
    <Panel
      title={t('title')}
      action={
        <Button disabled={isFetching} onClick={() => void refetch()}>
          {isFetching ? t('running') : t('again')}
        </Button>
      }
    >
      <p className="text-meta text-soft">{t.rich('text', { code })}</p>
      <p role="status" className="min-h-6">
        <Summary diagnosis={data} isRunning={isFetching} />
      </p>
      {!isFetching && <FieldError id="checks-error">{error && sentence(error)}</FieldError>}
      {data ? (
        <ul
          aria-busy={isFetching}
          className={`divide-y divide-line rounded-card border border-line bg-surface transition-opacity ${isFetching ? 'opacity-60' : ''}`}
        >
          {data.findings.map((finding) => (
            <FindingRow key={finding.check} finding={finding} />
          ))}
        </ul>
      ) : (
        isFetching && <Waiting />
      )}
    </Panel>
  )
}

function Summary(props: { diagnosis: Diagnosis | undefined; isRunning: boolean }) {
  const t = useTranslations('studioSettings.checks')
  const { diagnosis, isRunning } = props
  if (isRunning) return t('running')
  if (!diagnosis) return null
  const count = diagnosis.findings.filter(({ verdict }) => verdict === 'bad').length
  return t.rich('summary', { count, time: () => <LocalTime iso={diagnosis.at} /> })
}

function Waiting() {
  return (
    <ul aria-hidden className="divide-y divide-line rounded-card border border-line bg-surface">
      {CHECK_NAMES.map((name) => (
        <li key={name} className="flex items-center gap-3 px-4 py-3.5">
          <span className="size-4.5 shrink-0 animate-breathe rounded-full bg-raised" />
          <span className="h-4 w-2/3 animate-breathe rounded-inner bg-raised" />
        </li>
      ))}
    </ul>
  )
}
