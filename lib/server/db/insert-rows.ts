import type { Prisma } from './generated/client'
import { list, names, sql, type Sql, type SqlValue } from './sql'

/** What each table takes, as the generated client has it. */
type Rows = {
  Batch: Prisma.BatchCreateManyInput
  Event: Prisma.EventCreateManyInput
  IdempotencyKey: Prisma.IdempotencyKeyCreateManyInput
  Task: Prisma.TaskCreateManyInput
  TaskInput: Prisma.TaskInputCreateManyInput
}

/** The statement that inserts rows, all of the same columns. */
export function insertRows<Table extends keyof Rows>(
  table: Table,
  rows: readonly [Rows[Table], ...Rows[Table][]],
): Sql {
  const columns = Object.keys(rows[0])
  const values = rows.map((row) => {
    const cells = new Map<string, SqlValue>(Object.entries(row))
    return sql`(${list(columns.map((name) => cells.get(name) ?? null))})`
  })
  return sql`INSERT INTO ${names(table)} (${names(...columns)}) VALUES ${list(values)}`
}
