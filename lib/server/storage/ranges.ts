/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

export type RangeChoice =
  { kind: 'whole' } | { kind: 'part'; range: ByteRange } | { kind: 'unsatisfiable' }

const WHOLE: RangeChoice = { kind: 'whole' }
const UNSATISFIABLE: RangeChoice = { kind: 'unsatisfiable' }
const UNIT = /^bytes=/i
const SPEC = /^(\d*)-(\d*)$/

/**
 * What of a file to send for the Range header (RFC 9110, 14.1.2). A header that is not understood is ignored. Several ranges
 * are answered with the whole, as 14.2 allows: thousands of overlapping ones then cost nothing.
 * @param size bytes of the whole
 */
export function chooseRange(header: string | null | undefined, size: number): RangeChoice {
  if (!header || !UNIT.test(header)) return WHOLE
  const specs = header
    .slice('bytes='.length)
    .split(',')
    .map((spec) => spec.trim())
    .filter((spec) => spec !== '') // a list may have empty elements (5.6.1)
  const [only, second] = specs
  if (only === undefined || second !== undefined) return WHOLE
  const match = SPEC.exec(only)
  if (!match) return WHOLE
  const [, first = '', last = ''] = match
  if (first === '') return last === '' ? WHOLE : lastBytes(Number(last), size)
  return fromTo(Number(first), last === '' ? Infinity : Number(last), size)
}

/** Whether If-Range lets a Range count: no header, or this very strong ETag. A date never counts: the ETag is exact. */
export function ifRangeHolds(header: string | null | undefined, etag: string): boolean {
  return !header || (header === etag && etag.startsWith('"'))
}

function lastBytes(count: number, size: number): RangeChoice {
  if (count === 0) return UNSATISFIABLE
  if (size === 0) return WHOLE // Content-Range has no form for a part of nothing
  return { kind: 'part', range: { start: Math.max(0, size - count), end: size - 1 } }
}

function fromTo(first: number, last: number, size: number): RangeChoice {
  if (last < first) return WHOLE
  if (first >= size) return UNSATISFIABLE
  return { kind: 'part', range: { start: first, end: Math.min(last, size - 1) } }
}
