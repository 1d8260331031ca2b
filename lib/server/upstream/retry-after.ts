/** Milliseconds that `Retry-After` asks to wait (seconds or a date), capped; null where it is absent or rubbish. */
export function retryAfterMs(header: string | undefined, now: Date, maxMs: number): number | null {
  const value = header?.trim()
  if (!value) return null
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, maxMs)
  // RFC 9110 dates name a weekday first; anything else that Date would guess at is rubbish.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return null
  const moment = Date.parse(value)
  if (Number.isNaN(moment)) return null
  return Math.min(Math.max(moment - now.getTime(), 0), maxMs)
}
