import { v7 as uuidv7 } from 'uuid'
import type { TagName } from '@/lib/shared/gallery/tag-name'
import type { Run } from '../../../db/connection'
import { list, sql } from '../../../db/sql'
import { tellOf, type Before, type Part, type PutBack } from '../../../tasks/changing/change-rows'

export type TagEdit = { add: readonly TagName[]; remove: readonly TagName[] }
type Pair = { taskId: string; tagId: string }

/** Puts tags on live tasks and takes tags off; those that nobody knows yet are made. */
export async function editTags(part: Part, { add, remove }: TagEdit): Promise<Before> {
  const { run, ids, now } = part
  const live = await run(
    sql`SELECT "id" FROM "Task" WHERE "id" IN (${list(ids)}) AND "deletedAt" IS NULL`,
  )
  const taskIds = live.rows.map(({ id }) => String(id))
  const adding = await tagIds(run, add, now)
  const removing = await tagIds(run, remove, null)
  const added = pairsOf(
    await run(sql`
      INSERT OR IGNORE INTO "TaskTag" ("taskId", "tagId")
      SELECT "Task"."id", "Tag"."id" FROM "Task", "Tag"
      WHERE "Task"."id" IN (${list(taskIds)}) AND "Tag"."id" IN (${list(adding)})
      RETURNING "taskId", "tagId"`),
  )
  const removed = pairsOf(
    await run(sql`
      DELETE FROM "TaskTag" WHERE "taskId" IN (${list(taskIds)}) AND "tagId" IN (${list(removing)})
      RETURNING "taskId", "tagId"`),
  )
  await tellOf(part, taskIds)
  const [addedTo, removedFrom] = [byTask(added), byTask(removed)]
  return new Map(
    taskIds.map((id) => [id, { added: addedTo.get(id) ?? [], removed: removedFrom.get(id) ?? [] }]),
  )
}

export const putTagsBack: PutBack = async ({ run, now, before }) => {
  for (const [tagId, ids] of tasksByTag(before, 'added')) {
    await run(sql`DELETE FROM "TaskTag" WHERE "taskId" IN (${list(ids)}) AND "tagId" = ${tagId}`)
  }
  for (const [tagId, ids] of tasksByTag(before, 'removed')) {
    // A tag that is gone, or a task that is, takes nothing.
    await run(sql`
      INSERT OR IGNORE INTO "TaskTag" ("taskId", "tagId") SELECT "Task"."id", "Tag"."id" FROM "Task", "Tag"
      WHERE "Task"."id" IN (${list(ids)}) AND "Task"."purgedAt" IS NULL AND "Tag"."id" = ${tagId}`)
  }
  const ids = [...before.keys()]
  await tellOf({ run, now }, ids)
  return ids
}

/** Ids of tags by name; `madeAt` null: only those that there are. */
async function tagIds(run: Run, names: readonly TagName[], madeAt: Date | null): Promise<string[]> {
  for (const { name, key } of madeAt ? names : []) {
    await run(sql`
      INSERT OR IGNORE INTO "Tag" ("id", "name", "key", "createdAt") VALUES (${uuidv7()}, ${name}, ${key}, ${madeAt})`)
  }
  const keys = names.map(({ key }) => key)
  const { rows } = await run(sql`SELECT "id" FROM "Tag" WHERE "key" IN (${list(keys)})`)
  return rows.map(({ id }) => String(id))
}

function pairsOf({ rows }: { rows: readonly Record<string, unknown>[] }): Pair[] {
  return rows.map(({ taskId, tagId }) => ({ taskId: String(taskId), tagId: String(tagId) }))
}

function byTask(pairs: readonly Pair[]): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const { taskId, tagId } of pairs) tags.set(taskId, [...(tags.get(taskId) ?? []), tagId])
  return tags
}

function tasksByTag(before: Before, name: 'added' | 'removed'): Map<string, string[]> {
  const tasks = new Map<string, string[]>()
  for (const [taskId, { [name]: ids }] of before) {
    if (!Array.isArray(ids)) continue
    for (const tagId of ids) tasks.set(String(tagId), [...(tasks.get(String(tagId)) ?? []), taskId])
  }
  return tasks
}
