const DAY_MS = 86_400_000

/** The first moment of a day (`2026-11-26`) in a time zone, UTC where none is named; in milliseconds since 1970. */
export function startOfDay(day: string, zone: string | null): number {
  const utc = Date.parse(`${day}T00:00:00Z`)
  if (zone === null) return utc
  // Twice, since the difference may be another one at the moment that the first step finds.
  const first = utc - offsetAt(utc, zone)
  return utc - offsetAt(first, zone)
}

/** The first moment after it: of the next day, which may be 23 or 25 hours later. */
export function endOfDay(day: string, zone: string | null): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS)
  return startOfDay(next.toISOString().slice(0, 10), zone)
}

/** How far clocks are ahead of UTC there and then, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value)
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const shown = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'))
  return shown - Math.floor(moment / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  formats.set(zone, made)
  return made
}
