'use client'

import type { ReactNode } from 'react'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import HardDrive from 'lucide-react/icons/hard-drive'
import ListVideo from 'lucide-react/icons/list-video'
import Pause from 'lucide-react/icons/pause'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'

/** Always in view: what is in the making, what waits, what needs a person. Figures on a phone, words where there is room. */
export function QueueState() {
  const t = useTranslations('queue')
  const { data: queue, isError } = useQuery(taskQueries.queue())
  if (!queue) {
    return <Line label={isError ? t('unknown') : t('label')}>{isError ? '?' : null}</Line>
  }
  const parts = [
    queue.paused && { tone: 'needs' as const, sign: <Pause {...SIGN} />, words: t('paused') },
    queue.diskFull && {
      tone: 'needs' as const,
      sign: <HardDrive {...SIGN} />,
      words: t('diskFull'),
    },
    queue.running > 0 && {
      tone: 'running' as const,
      sign: queue.running,
      words: t('running', { count: queue.running }),
    },
    queue.queued > 0 && {
      tone: 'soft' as const,
      sign: `+${queue.queued}`,
      words: t('queued', { count: queue.queued }),
    },
    queue.unconfirmed > 0 && {
      tone: 'needs' as const,
      sign: (
        <span className="flex items-center gap-0.5">
          <CircleQuestionMark {...SIGN} />
          {queue.unconfirmed}
        </span>
      ),
      words: t('unconfirmed', { count: queue.unconfirmed }),
    },
  ].filter((part) => part !== false && part !== null)
  if (parts.length === 0) return <Line label={t('idle')}>{null}</Line>
  return (
    <Line label={parts.map((part) => part.words).join(' · ')}>
      {parts.map(({ tone, sign, words }) => (
        <span key={words} className={TONES[tone]}>
          <span className="sm:hidden">{sign}</span>
          <span className="hidden sm:inline">{words}</span>
        </span>
      ))}
    </Line>
  )
}

const SIGN = { 'aria-hidden': true, className: 'size-4' } as const
const TONES = { running: 'text-running', soft: 'text-soft', needs: 'text-needs' }

function Line({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('queue')
  return (
    <Link
      href="/gallery"
      title={label}
      className="flex h-9 min-w-9 items-center gap-2 overflow-hidden rounded-card px-2 text-meta font-medium whitespace-nowrap tabular-nums hover:bg-raised pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      <ListVideo
        aria-hidden
        className={`size-4.5 shrink-0 text-soft ${children ? 'max-sm:hidden' : ''}`}
      />
      <span className="sr-only">{t('spoken', { state: label })}</span>
      <span aria-hidden className="contents">
        {children ?? (
          <span className="text-soft">
            <span className="sm:hidden">0</span>
            <span className="hidden sm:inline">{label}</span>
          </span>
        )}
      </span>
    </Link>
  )
}
