import { useTranslations } from 'next-intl'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** How long something still lives, as roughly as it matters. */
export function useLifeSentence(): (milliseconds: number) => string {
  const t = useTranslations('outlook')
  return (milliseconds) => {
    const minutes = Math.floor(milliseconds / MINUTE_MS)
    if (minutes < 1) return t('seconds')
    if (minutes < HOUR_MINUTES) return t('minutes', { minutes })
    if (minutes >= 2 * DAY_MINUTES) return t('days', { days: Math.floor(minutes / DAY_MINUTES) })
    const hours = Math.floor(minutes / HOUR_MINUTES)
    return t('hours', { hours, minutes: minutes % HOUR_MINUTES })
  }
}
