import { useTranslations } from 'next-intl'
import { useClock } from '@/lib/client/clock'
import { TRASH_DAYS } from '@/lib/shared/limits'
import { LocalTime } from '../../player/local-time'

const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000

/** When a clip was made; of one in the trash, how long it stays there. */
export function MadeOrLeft({
  createdAt,
  deletedAt,
}: {
  createdAt: string
  deletedAt: string | null
}) {
  return deletedAt === null ? <LocalTime iso={createdAt} /> : <DaysLeft deletedAt={deletedAt} />
}

export function DaysLeft({ deletedAt }: { deletedAt: string }) {
  const t = useTranslations('keeping')
  const now = useClock(MINUTE_MS)
  if (now === null) return null
  // A day that has begun counts; the clock ticks by the minute, and may stand before the deletion.
  const passed = Math.max(0, now - Date.parse(deletedAt))
  return t('daysLeft', { count: Math.max(0, Math.ceil(TRASH_DAYS - passed / DAY_MS)) })
}
