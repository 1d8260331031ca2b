'use client'

import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ResolveWays } from './resolve-ways'

/** The gateway's answer was unclear: only a person can say what becomes of the task. Each way says what it may cost. */
export function ResolvePanel({ task }: { task: TaskOnWire }) {
  const t = useTranslations('resolve')
  return (
    <section aria-label={t('title')} className="rounded-card border border-needs">
      <h2 className="px-4 pt-3 pb-1 font-semibold">{t('title')}</h2>
      <ResolveWays task={task} className="px-4" />
    </section>
  )
}
