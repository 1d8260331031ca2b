'use client'

import WifiOff from 'lucide-react/icons/wifi-off'
import { useTranslations } from 'next-intl'
import { useIsOnline } from '@/lib/client/browser-facts'
import { Notice } from '../ui/notice'

export function OfflineBar() {
  const t = useTranslations('shell')
  const isOnline = useIsOnline()
  return (
    <div role="status">
      {!isOnline && (
        <Notice look="needs" icon={<WifiOff />}>
          {t('offline')}
        </Notice>
      )}
    </div>
  )
}
