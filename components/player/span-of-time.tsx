'use client'

import { useTranslations } from 'next-intl'
import { useSecondClock } from '@/lib/client/clock'

/** Milliseconds as minutes and seconds, from an hour on as hours and minutes. */
export function useSpanSentence(): (milliseconds: number) => string {
  const t = useTranslations('task')
  return (milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1000))
    const minutes = Math.floor(seconds / 60)
    if (minutes >= 60)
      return t('longSpan', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
    return t('span', { minutes, seconds: seconds % 60 })
  }
}

/** Counts up from a moment. Nothing until the page is alive: the server cannot know when it is read. */
export function TimeSince({ iso }: { iso: string }) {
  const t = useTranslations('task')
  const now = useSecondClock()
  const span = useSpanSentence()
  if (now === null) return null
  return <time dateTime={iso}>{t('elapsed', { time: span(now - Date.parse(iso)) })}</time>
}
