'use client'

import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { attentionQueries } from '@/lib/client/attention-queries'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { LocalTime } from '../player/local-time'
import { AuditWords } from './audit-words'

type Moment = { at: string; words: ReactNode; by?: string }

/** What happened to a task in its order, once people had a hand in it: else its times say all. */
export function TaskHistory({ task }: { task: TaskOnWire }) {
  const t = useTranslations('audit')
  // The server has filled it before the page came.
  const { data } = useQuery(attentionQueries.history(task.id))
  const own = useOwnMoments(task)
  if (!data || data.entries.length === 0) return null
  const decided = data.entries.map((entry): Moment => {
    const by = t('who', { owner: entry.owner })
    return { at: entry.at, words: <AuditWords entry={entry} />, by }
  })
  const moments = [...own, ...decided].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-meta font-semibold">{t('history')}</h2>
      <ol className="flex flex-col gap-1.5 text-meta">
        {moments.map(({ at, words, by }, index) => (
          // Two may be of one moment.
          <li key={index} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
            <span className="text-soft">
              <LocalTime iso={at} />
            </span>
            <span>
              {words} {by && <span className="text-soft">{by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function useOwnMoments(task: TaskOnWire): Moment[] {
  const t = useTranslations()
  const { createdAt, submittedAt, finishedAt, status } = task
  const moments: Moment[] = [{ at: createdAt, words: t('audit.actions.created') }]
  if (submittedAt) moments.push({ at: submittedAt, words: t('audit.actions.sent') })
  if (finishedAt && !isActive(status)) {
    const state = t(`states.${status}`)
    moments.push({ at: finishedAt, words: t('audit.actions.finished', { state }) })
  }
  return moments
}
