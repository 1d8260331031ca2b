import { createHash } from 'node:crypto'

/** Of a parsed body, with keys in order: two spellings of one request are one request. */
export function bodyHash(body: object): string {
  const ordered = JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(ordered).digest('hex')
}
