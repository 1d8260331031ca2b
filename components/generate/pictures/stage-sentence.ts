import { useTranslations } from 'next-intl'
import type { BringInStage } from '@/lib/client/pictures/bring-in-options'

/** How far a picture on its way has come, in words. */
export function useStageSentence(): (stage: BringInStage) => string {
  const t = useTranslations('pictures')
  return (stage) =>
    stage.kind === 'sending'
      ? t('sending', { percent: Math.floor(stage.share * 100) })
      : t(stage.kind)
}
