import {
  auditDetailSchema,
  type AuditEntryOnWire,
  type AuditPage,
  type History,
} from '@/lib/shared/audit'
import type { AuditAction } from '@/lib/shared/audit-actions'
import type { Person } from '../accounts/person'
import { readTask } from './get-task'
import { auditOf, pageOfAudit, putAudit, type AuditRow } from './store/audit'

/** Of one task: more were not done to any that is still worth reading about. */
const OF_ONE_MAX = 100

/** Everything that people did here, newest first. `cursor` is the number of the entry that the page before ended with. */
export async function listAudit(options: {
  person: Person
  limit: number
  cursor: string | null
}): Promise<AuditPage> {
  const { limit } = options
  const rows = await pageOfAudit(limit + 1, options.cursor === null ? null : Number(options.cursor))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: page.map(presentEntry),
    nextCursor: rows.length > limit && last ? String(last.id) : null,
  }
}

/** What people did to one task, oldest first. */
export async function taskHistory(options: { person: Person; id: string }): Promise<History> {
  const task = await readTask(options)
  return { entries: (await auditOf(task.id, OF_ONE_MAX)).map(presentEntry) }
}

/** For what is not a task's: written after it is done. */
export async function noteInAudit(options: {
  person: Person
  action: AuditAction
  now: Date
}): Promise<void> {
  const { person, action, now } = options
  await putAudit({ at: now, owner: person.id, action, taskId: null })
}

function presentEntry(row: AuditRow): AuditEntryOnWire {
  const { id, at, owner, action, taskId, prompt, deletedAt } = row
  return {
    id,
    at: at.toISOString(),
    owner,
    action,
    taskId,
    detail: row.detail === null ? {} : auditDetailSchema.parse(JSON.parse(row.detail)),
    task: prompt === null ? null : { prompt, isDeleted: deletedAt !== null },
  }
}
