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
import type { QueueOnWire } from '@/lib/shared/wire'

/** Always in view: what is in the making and what waits, and what needs a person. Figures on a phone, words where there is room. */
export function QueueState() {
  const t = useTranslations('queue')
  const { data: queue, isError } = useQuery(taskQueries.queue())
  if (!queue) {
    return <Line label={isError ? t('unknown') : t('label')}>{isError ? '?' : null}</Line>
  }
  const needs = needyParts(t, queue)
  const moving = movingParts(t, queue)
  const isIdle = moving.length === 0
  return (
    <>
      {needs.length > 0 && <Parts href="/attention" parts={needs} spoken="needsSpoken" />}
      {/* A phone's line has room for what there is to say. */}
      {isIdle ? (
        <Line label={t('idle')} isSpare={needs.length > 0}>
          {null}
        </Line>
      ) : (
        <Parts href="/gallery" parts={moving} spoken="spoken" />
      )}
    </>
  )
}

type Translate = ReturnType<typeof useTranslations<'queue'>>
type Part = { tone: keyof typeof TONES; sign: ReactNode; words: string }

/** What waits for a person's word, or for room. */
function needyParts(t: Translate, queue: QueueOnWire): Part[] {
  const count = queue.unconfirmed + queue.lost
  const parts: (Part | false)[] = [
    queue.paused !== null && {
      tone: 'needs',
      sign: <Pause {...SIGN} />,
      words: t('paused'),
    },
    queue.diskFull && {
      tone: 'needs',
      sign: <HardDrive {...SIGN} />,
      words: t('diskFull'),
    },
    count > 0 && {
      tone: 'needs',
      sign: (
        <span className="flex items-center gap-0.5">
          <CircleQuestionMark {...SIGN} />
          {count}
        </span>
      ),
      words: t('unconfirmed', { count }),
    },
  ]
  return parts.filter((part) => part !== false)
}

function movingParts(t: Translate, queue: QueueOnWire): Part[] {
  const parts: (Part | false)[] = [
    queue.running > 0 && {
      tone: 'running',
      sign: queue.running,
      words: t('running', { count: queue.running }),
    },
    queue.queued > 0 && {
      tone: 'soft',
      sign: `+${queue.queued}`,
      words: t('queued', { count: queue.queued }),
    },
  ]
  return parts.filter((part) => part !== false)
}

const SIGN = { 'aria-hidden': true, className: 'size-4' } as const
const TONES = { running: 'text-running', soft: 'text-soft', needs: 'text-needs' }

const LINK =
  'flex h-9 min-w-9 items-center gap-2 overflow-hidden rounded-card px-2 text-meta font-medium whitespace-nowrap tabular-nums hover:bg-raised pointer-coarse:h-11 pointer-coarse:min-w-11'

function Parts(props: { href: string; parts: readonly Part[]; spoken: 'spoken' | 'needsSpoken' }) {
  const t = useTranslations('queue')
  const { href, parts, spoken } = props
  const state = parts.map((part) => part.words).join(' · ')
  return (
    <Link href={href} title={state} className={`${LINK} max-sm:justify-center`}>
      <span className="sr-only">{t(spoken, { state })}</span>
      <span aria-hidden className="contents">
        {parts.map(({ tone, sign, words }) => (
          <span key={words} className={TONES[tone]}>
            <span className="sm:hidden">{sign}</span>
            <span className="hidden sm:inline">{words}</span>
          </span>
        ))}
      </span>
    </Link>
  )
}

/** Nothing moves, or it is not known. `isSpare`: a phone needs the room for something else. */
function Line(props: { label: string; isSpare?: boolean; children: ReactNode }) {
  const t = useTranslations('queue')
  const { label, isSpare, children } = props
  return (
    <Link href="/gallery" title={label} className={`${LINK} ${isSpare ? 'max-sm:hidden' : ''}`}>
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
