import { randomUUID } from 'node:crypto'
import type { ChangeAction, Selection } from '@/lib/shared/gallery/change'
import { connection } from '../../db/database'
import { sql } from '../../db/sql'
import { advanceChanges } from './advance-change'
import type { SelectIds } from './selected-ids'
import { startChange } from './start-change'

export const PERSON = { id: 'local' }

/** Starts a change; for tests. A query finds every task there is. */
export function change(
  action: ChangeAction,
  selection: Selection | readonly string[],
  options: { key?: string; now?: Date; select?: SelectIds } = {},
) {
  const { key = randomUUID(), now, select = everyId } = options
  const body = { action, selection: 'length' in selection ? { ids: [...selection] } : selection }
  return startChange({ person: PERSON, key, body, now, select })
}

/** What the worker does until there is nothing left. @returns in how many parts. */
export async function work(now?: Date): Promise<number> {
  let parts = 0
  while (await advanceChanges(now)) parts += 1
  return parts
}

const everyId: SelectIds = async ({ youngest }) => {
  const rows = await connection().rows<{ id: string }>(
    sql`SELECT "id" FROM "Task" ORDER BY "id" DESC`,
  )
  return rows.map(({ id }) => id).filter((id) => youngest === null || id <= youngest)
}

/** So many tasks, newest first. */
export async function manyTasks(
  count: number,
  { status = 'succeeded', from = 0 }: { status?: string; from?: number } = {},
): Promise<string[]> {
  const ids = Array.from(
    { length: count },
    (_, index) => `task-${String(from + index).padStart(6, '0')}`,
  )
  const now = new Date('2026-01-01T00:00:00Z')
  await connection().run(sql`
    INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "createdAt", "updatedAt")
    SELECT "value", 'local', ${status}, 'simulator', 'image', 'aisphere-v5', 'a cat', '{"duration":5,"resolution":"540p"}', ${now}, ${now}, ${now}
    FROM json_each(${JSON.stringify(ids)})`)
  return ids.toReversed()
}

/** One column of tasks, in the order of the ids. */
export async function column(name: string, ids: readonly string[]): Promise<unknown[]> {
  const rows = await connection().rows<Record<string, unknown>>(sql`SELECT * FROM "Task"`)
  const byId = new Map(rows.map((row) => [row.id, row[name]]))
  return ids.map((id) => byId.get(id))
}

export async function countRows(table: 'AuditEntry' | 'Event' | 'Task', where = sql`TRUE`) {
  const from = { AuditEntry: sql`"AuditEntry"`, Event: sql`"Event"`, Task: sql`"Task"` }[table]
  const [row] = await connection().rows<{ count: number }>(
    sql`SELECT count(*) AS "count" FROM ${from} WHERE ${where}`,
  )
  return row?.count
}
