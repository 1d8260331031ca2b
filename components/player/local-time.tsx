'use client'

import { useFormatter, useTimeZone } from 'next-intl'
import { useLocalTimeZone } from '@/lib/client/browser-facts'

/** A moment in the reader's own zone. The server writes it in its own first; the browser then puts it right. */
export function LocalTime({ iso }: { iso: string }) {
  const format = useFormatter()
  const timeZone = useLocalTimeZone(useTimeZone())
  const words = format.dateTime(new Date(iso), {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  return <time dateTime={iso}>{words}</time>
}
