'use client'

import { useTransition } from 'react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { chooseLocale } from '@/lib/client/preferences'
import { Button } from '../ui/button'

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
    <Button
      look="quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('switchLanguage')}
      disabled={isSwitching}
      onClick={handleClick}
      className="px-2! sm:px-2.5!"
    >
      {t('otherLanguage')}
    </Button>
  )
}
