import type { ReactNode } from 'react'
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { useLate } from '@/lib/client/use-late'

/** The words of what is done to many clips come when they are needed. */
export function useLoadSelecting(isWanted: boolean): object | null {
  const locale = useLocale()
  return useLate(locale === 'zh' ? loadZh : loadEn, isWanted)?.default ?? null
}

const loadEn = () => import('@/lib/shared/messages/en/selecting.json')
const loadZh = () => import('@/lib/shared/messages/zh/selecting.json')

export function SelectingWords({ words, children }: { words: object; children: ReactNode }) {
  const locale = useLocale()
  const messages = useMessages()
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...messages, ...words }}>
      {children}
    </NextIntlClientProvider>
  )
}
