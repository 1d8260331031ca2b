import type { InValue, ResultSet } from '@libsql/client/sqlite3'
import type { SqlValue } from './sql'

/** Moments as Prisma writes them: what one of the two wrote, the other can compare with. */
export function toArgument(value: SqlValue): InValue {
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}

/** Rows as Prisma's client has them: moments as dates, whole numbers as numbers. */
export function readRows<Row>(result: ResultSet): Row[]
export function readRows({ columns, columnTypes, rows }: ResultSet): unknown[] {
  const cells = columns.map((name, index) => ({
    name,
    isMoment: columnTypes[index] === 'DATETIME',
  }))
  return rows.map((stored) => {
    // A plain object, written name by name: one without a prototype is many times slower to read.
    const row: Record<string, unknown> = {}
    let index = 0
    for (const { name, isMoment } of cells) {
      row[name] = readValue(stored[index], isMoment)
      index += 1
    }
    return row
  })
}

function readValue(value: unknown, isMoment: boolean): unknown {
  if (isMoment && typeof value === 'string') return new Date(value)
  return typeof value === 'bigint' ? Number(value) : value
}
