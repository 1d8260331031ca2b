import type { InValue, ResultSet } from '@libsql/client/sqlite3'
import type { SqlValue } from './sql'

/** Moments as Prisma writes them: what one of the two wrote, the other can compare with. */
export function toArgument(value: SqlValue): InValue {
  return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}

/** Rows as Prisma's client has them: moments as dates, whole numbers as numbers. */
export function readRows<Row>({ columns, columnTypes, rows }: ResultSet): Row[] {
  const isMoment = columnTypes.map((type) => type === 'DATETIME')
  return rows.map((stored) => {
    const row: Row & object = Object.create(null)
    columns.forEach((column, index) => {
      Reflect.set(row, column, readValue(stored[index], isMoment[index] === true))
    })
    return row
  })
}

function readValue(value: unknown, isMoment: boolean): unknown {
  if (isMoment && typeof value === 'string') return new Date(value)
  return typeof value === 'bigint' ? Number(value) : value
}
