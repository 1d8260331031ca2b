'use client'

import { useTranslations } from 'next-intl'
import { KeysList } from './keys-list'

export function KeysPage() {
  const t = useTranslations('shortcuts')
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-6 sm:px-6 sm:py-10">
      <div>
        <h1 className="text-display font-semibold">{t('title')}</h1>
        <p className="mt-2 text-soft">{t('text')}</p>
      </div>
      <KeysList />
    </div>
  )
}
