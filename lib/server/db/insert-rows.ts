import { Prisma } from './generated/client'

/** What each table takes, as the generated client has it. */
type Rows = {
  Batch: Prisma.BatchCreateManyInput
  Event: Prisma.EventCreateManyInput
  IdempotencyKey: Prisma.IdempotencyKeyCreateManyInput
  Task: Prisma.TaskCreateManyInput
  TaskInput: Prisma.TaskInputCreateManyInput
}

/**
 * The statement that inserts rows, all of the same columns. For where a person waits: Prisma's own compiler takes as long
 * over a `createMany` as SQLite over writing it to the disk. What it refuses is a `Raw query failed` (driver-error.ts).
 */
export function insertRows<Table extends keyof Rows>(
  table: Table,
  rows: readonly [Rows[Table], ...Rows[Table][]],
): Prisma.Sql {
  const columns = Object.keys(rows[0])
  const names = columns.map((name) => `"${name}"`).join(', ')
  const values = rows.map(
    (row) => Prisma.sql`(${Prisma.join(columns.map((name): unknown => Reflect.get(row, name)))})`,
  )
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" (${names})`)} VALUES ${Prisma.join(values)}`
}
