'use client'

import { useTransition } from 'react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { chooseLocale } from '@/lib/client/preferences'

/** Names the other language in that language, for somebody who cannot read this one. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const router = useRouter()
  const [isSwitching, startSwitch] = useTransition()
  const other = useLocale() === 'zh' ? 'en' : 'zh'
  const handleClick = () => {
    chooseLocale(other)
    startSwitch(() => router.refresh())
  }
  return (
    <button
      type="button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('switchLanguage')}
      disabled={isSwitching}
      onClick={handleClick}
      className="flex h-9 shrink-0 items-center rounded-card px-2 text-control whitespace-nowrap text-soft transition-colors duration-150 hover:bg-raised hover:text-text pointer-coarse:h-11 sm:px-2.5"
    >
      {t('otherLanguage')}
    </button>
  )
}
