/** Result codes of SQLite, the extended ones where they tell more (sqlite.org/rescode.html). */
const BUSY = 5
const DAMAGED = [11, 26]
/** Prisma waited for a transaction to begin, or to end: either way none of it was kept. */
const TRANSACTION_NOT_BEGUN = 'P2028'
const UNIQUE = [1555, 2067]

export function isUniqueViolation(error: unknown): boolean {
  return isKind(error, 'UniqueConstraintViolation', 'P2002') || UNIQUE.includes(driverCode(error))
}

/** The wait for SQLite's lock was over, also after the connection's own tries: nothing was written. */
export function isDatabaseBusy(error: unknown): boolean {
  if (isKind(error, 'SocketTimeout', 'P1008') || (driverCode(error) & 0xff) === BUSY) return true
  return at(error, 'code') === TRANSACTION_NOT_BEGUN
}

/** The file does not fit together any more, or is none of SQLite's. */
export function isDatabaseDamaged(error: unknown): boolean {
  return DAMAGED.includes(driverCode(error) & 0xff)
}

/** What Prisma's client says of it: a refused statement has another code when it was raw. */
function isKind(error: unknown, kind: string, code: string): boolean {
  if (!(error instanceof Error)) return false
  if (at(error, 'code') === code) return true
  return at(at(at(at(error, 'meta'), 'driverAdapterError'), 'cause'), 'kind') === kind
}

/** SQLite's code as the driver says it, somewhere among the causes; 0 where it says nothing. */
export function driverCode(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0
  const code = at(error, 'rawCode') ?? at(error, 'extendedCode')
  if (typeof code === 'number') return code
  return driverCode(at(at(error, 'meta'), 'driverAdapterError') ?? at(error, 'cause'))
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
