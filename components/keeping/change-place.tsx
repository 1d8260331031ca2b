'use client'

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { useRunningChanges } from '@/lib/client/keeping/running-changes'
import { useLate } from '@/lib/client/use-late'

/** Where one sees how far a change of many clips has come, on every page. What shows it comes with the first. */
export function ChangePlace() {
  const { running, ended } = useRunningChanges()
  const isWatching = running.length + ended.length > 0
  const locale = useLocale()
  const messages = useMessages()
  const late = useLate(locale === 'zh' ? loadZh : loadEn, isWatching)
  if (!isWatching || !late) return null
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...messages, ...late.words }}>
      <late.ChangeProgress running={running} ended={ended} />
    </NextIntlClientProvider>
  )
}

const loadEn = () => load(import('@/lib/shared/messages/en/selecting.json'))
const loadZh = () => load(import('@/lib/shared/messages/zh/selecting.json'))

async function load(words: Promise<{ default: object }>) {
  const [{ ChangeProgress }, { default: loaded }] = await Promise.all([
    import('./change-progress'),
    words,
  ])
  return { ChangeProgress, words: loaded }
}
