import type { TaskStatus } from '@/lib/shared/task-states'
import { list, sql } from '../../../db/sql'
import { purgeTasks } from '../../cleaning/store/trash'
import { auditInsert } from '../../store/audit'
import {
  IS_IN_TRASH,
  IS_LIVE,
  idsByValue,
  idsOf,
  tellOf,
  type Before,
  type Part,
  type PutBack,
} from './part'

/** What may go to the trash: nothing that is being sent, made or saved, or waits for a word. */
export const DELETABLE = [
  'queued',
  'succeeded',
  'failed',
  'canceled',
] as const satisfies TaskStatus[]

export async function moveToTrash(part: Part): Promise<Before> {
  const { run, now, owner } = part
  const where = sql`"id" IN (${list(part.ids)}) AND "status" IN (${list(DELETABLE)}) AND ${IS_LIVE}`
  const note = { at: now, owner, action: 'delete', taskId: sql`"id"` } as const
  await run(auditInsert(note, sql`FROM "Task" WHERE ${where}`))
  const { rows } = await run(sql`
    UPDATE "Task" SET "deletedAt" = ${now}, "updatedAt" = ${now} WHERE ${where}
    RETURNING "id", CAST("deletedAt" AS TEXT) AS "at"`)
  await tellOf(part, idsOf(rows))
  return new Map(rows.map(({ id, at }) => [String(id), { made: String(at) }]))
}

/** Only those that lie there since that change. */
export const takeOutAgain: PutBack = async ({ run, now, owner, before }) => {
  const still: string[] = []
  for (const [made, ids] of idsByValue(before, 'made')) {
    const { rows } = await run(sql`
      SELECT "id" FROM "Task" WHERE "id" IN (${list(ids)}) AND "deletedAt" = ${made} AND ${IS_IN_TRASH}`)
    still.push(...idsOf(rows))
  }
  const taken = await takeOutOfTrash({ run, now, owner, ids: still })
  return [...taken.keys()]
}

export async function takeOutOfTrash(part: Part): Promise<Before> {
  const { run, now, owner } = part
  const where = sql`"id" IN (${list(part.ids)}) AND ${IS_IN_TRASH}`
  const note = { at: now, owner, action: 'undelete', taskId: sql`"id"` } as const
  await run(auditInsert(note, sql`FROM "Task" WHERE ${where}`))
  const { rows } = await run(
    sql`SELECT "id", CAST("deletedAt" AS TEXT) AS "at" FROM "Task" WHERE ${where}`,
  )
  await run(sql`UPDATE "Task" SET "deletedAt" = NULL, "updatedAt" = ${now} WHERE ${where}`)
  await tellOf(part, idsOf(rows))
  return new Map(rows.map(({ id, at }) => [String(id), { was: String(at) }]))
}

/** With the time that they had lain there. */
export const throwBack: PutBack = async ({ run, now, owner, before }) => {
  const deleted = await moveToTrash({ run, now, owner, ids: [...before.keys()] })
  for (const [was, ids] of idsByValue(before, 'was')) {
    const thrown = ids.filter((id) => deleted.has(id))
    await run(sql`UPDATE "Task" SET "deletedAt" = ${was} WHERE "id" IN (${list(thrown)})`)
  }
  return [...deleted.keys()]
}

/** Out of the trash for good: the figures stay. The files go with the next look for strays. */
export async function purge(part: Part): Promise<Before> {
  const { run, now, owner } = part
  const where = sql`"id" IN (${list(part.ids)}) AND ${IS_IN_TRASH}`
  const note = { at: now, owner, action: 'purge', taskId: sql`"id"` } as const
  await run(auditInsert(note, sql`FROM "Task" WHERE ${where}`))
  const { rows } = await run(sql`SELECT "id" FROM "Task" WHERE ${where}`)
  const ids = idsOf(rows)
  await purgeTasks(run, ids, now)
  await tellOf(part, ids)
  return new Map(ids.map((id) => [id, {}]))
}

/** Takes what waits out of the queue; later it is too late. */
export async function cancelWaiting(part: Part): Promise<Before> {
  const { run, now, owner } = part
  const where = sql`"id" IN (${list(part.ids)}) AND "status" = 'queued' AND ${IS_LIVE}`
  const note = { at: now, owner, action: 'cancel', taskId: sql`"id"` } as const
  await run(auditInsert(note, sql`FROM "Task" WHERE ${where}`))
  const { rows } = await run(sql`
    UPDATE "Task" SET "status" = 'canceled', "errorCode" = NULL, "finishedAt" = ${now}, "updatedAt" = ${now}
    WHERE ${where} RETURNING "id"`)
  await tellOf(part, idsOf(rows))
  return new Map(idsOf(rows).map((id) => [id, {}]))
}
