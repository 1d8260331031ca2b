import type { AuditDetail } from '@/lib/shared/audit'
import type { AuditAction } from '@/lib/shared/audit-actions'
import { connection } from '../../db/database'
import type { AuditEntry } from '../../db/generated/client'
import { NOTHING, sql, type Sql } from '../../db/sql'

export type AuditNote = {
  at: Date
  owner: string
  action: AuditAction
  /** A column where the entry is written for each of the rows it is taken from. */
  taskId: string | null | Sql
  detail?: AuditDetail
}
/** An entry with what is left of its task. */
export type AuditRow = AuditEntry & { prompt: string | null; deletedAt: Date | null }

/**
 * The statement that writes an entry, for the transaction of the change itself. It stands before the change: `from` says of which
 * rows as they still are (one entry each), so that what was refused is not told as done.
 */
export function auditInsert(note: AuditNote, from: Sql = NOTHING): Sql {
  const { at, owner, action, taskId, detail = {} } = note
  return sql`
    INSERT INTO "AuditEntry" ("at", "owner", "action", "taskId", "detail")
    SELECT ${at}, ${owner}, ${action}, ${taskId}, ${JSON.stringify(detail)} ${from}`
}

/** For what is changed elsewhere, in another store. */
export async function putAudit(note: AuditNote): Promise<void> {
  await connection().run(auditInsert(note))
}

/** All of a task, oldest first; of a task that was sent again and again the newest. */
export async function auditOf(taskId: string, limit: number): Promise<AuditRow[]> {
  const rows = await read(sql`"AuditEntry"."taskId" = ${taskId}`, limit)
  return rows.toReversed()
}

/** A page, newest first, before the entry `cursor`. */
export function pageOfAudit(limit: number, cursor: number | null): Promise<AuditRow[]> {
  return read(cursor === null ? sql`TRUE` : sql`"AuditEntry"."id" < ${cursor}`, limit)
}

function read(where: Sql, limit: number): Promise<AuditRow[]> {
  return connection().rows<AuditRow>(sql`
    SELECT "AuditEntry".*, "Task"."prompt", "Task"."deletedAt" FROM "AuditEntry"
    LEFT JOIN "Task" ON "Task"."id" = "AuditEntry"."taskId"
    WHERE ${where} ORDER BY "AuditEntry"."id" DESC LIMIT ${limit}`)
}
