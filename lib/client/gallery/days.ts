const DAY_MS = 24 * 60 * 60 * 1000

/** The time zone of this browser, in which the days of a filter are meant. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The day on which `now` is in a time zone, `2026-11-26`, or so many days before. */
export function dayOf(now: number, zone: string, daysBefore = 0): string {
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
  // Counted on the calendar and not by the clock: some days have 23 hours.
  const noon = Date.parse(`${today}T12:00:00Z`)
  return new Date(noon - daysBefore * DAY_MS).toISOString().slice(0, 10)
}
