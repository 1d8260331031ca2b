import { v7 as uuidv7 } from 'uuid'
import type { NewTask } from '@/lib/shared/task-schema'
import type { Estimate } from '@/lib/shared/pricing'
import { list, sql } from '../../../db/sql'
import { auditInsert } from '../../store/audit'
import { newTaskInserts } from '../../store/insert-task'
import { IS_LIVE, idsOf, type Before, type Part } from './part'

export const RETRYABLE = ['failed', 'canceled'] as const

/** A task to be made of an old one. */
export type Retry = { task: NewTask & { estimate: Estimate | null } }

/**
 * A new task for each that failed or was canceled. Whoever runs this marks the old ones in the same transaction: that is what
 * keeps a second one from being made, and paid for.
 */
export async function retryTasks(
  part: Part & { retries: ReadonlyMap<string, Retry>; gateway: string },
): Promise<Before> {
  const { run, owner, now, gateway, retries } = part
  const { rows } = await run(sql`
    SELECT "id" FROM "Task"
    WHERE "id" IN (${list(part.ids)}) AND "status" IN (${list(RETRYABLE)}) AND ${IS_LIVE}`)
  const able = new Set(idsOf(rows))
  const made = part.ids.flatMap((id, index) => {
    const retry = able.has(id) ? retries.get(id) : undefined
    const to = uuidv7({ msecs: now.getTime(), seq: index }) // ids sort by it within the millisecond
    return retry ? [{ id: to, task: retry.task, owner, gateway, now, retryOf: id }] : []
  })
  for (const insert of made.length > 0 ? newTaskInserts(made) : []) await run(insert)
  for (const { id: to, retryOf: taskId } of made) {
    await run(auditInsert({ at: now, owner, action: 'retry', taskId, detail: { to } }))
  }
  return new Map(made.map(({ id: to, retryOf }) => [retryOf, { made: to }]))
}
