export type ByteRange =
  | { kind: 'whole'; start: number; end: number }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'unsatisfiable' }

/**
 * Reads a Range header for a file of `size` bytes (at least one); `end` is the last byte. What is
 * not one plain byte range is ignored, as RFC 9110 allows.
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const whole = { kind: 'whole', start: 0, end: size - 1 } as const
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return whole
  if (first === '') {
    const length = Math.min(Number(last), size)
    if (length === 0) return { kind: 'unsatisfiable' }
    return { kind: 'part', start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return whole
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end }
}
