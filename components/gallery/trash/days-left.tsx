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

function DaysLeft({ deletedAt }: { deletedAt: string }) {
  const t = useTranslations('keeping')
  const now = useClock(MINUTE_MS)
  if (now === null) return null
  const left = Date.parse(deletedAt) + TRASH_DAYS * DAY_MS - now
  return t('daysLeft', { count: Math.max(0, Math.floor(left / DAY_MS)) })
}
