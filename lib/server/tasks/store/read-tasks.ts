import { connection } from '../../db/database'
import type { Image, Task, TaskInput, TaskOutput } from '../../db/generated/client'
import { list, sql } from '../../db/sql'
import { readRow, withImage, type TaskRow } from './task-row'

type TagOfTask = { taskId: string; id: string; name: string }

/** Tasks with their parts, also from the trash, in no order. Raw: every page reads them, also the first one after a start. */
export async function readTasks(ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const wanted = list(ids)
  const { rows } = connection()
  const [tasks, inputs, images, outputs, tags, children] = await Promise.all([
    rows<Task>(sql`SELECT * FROM "Task" WHERE "id" IN (${wanted})`),
    rows<TaskInput>(
      sql`SELECT * FROM "TaskInput" WHERE "taskId" IN (${wanted}) ORDER BY "taskId", "position"`,
    ),
    rows<Image>(sql`
      SELECT * FROM "Image" WHERE "id" IN (SELECT "imageId" FROM "TaskInput" WHERE "taskId" IN (${wanted}))`),
    rows<TaskOutput>(
      sql`SELECT * FROM "TaskOutput" WHERE "taskId" IN (${wanted}) ORDER BY "taskId", "position"`,
    ),
    rows<TagOfTask>(sql`
      SELECT "taskId", "Tag"."id", "name" FROM "TaskTag" JOIN "Tag" ON "Tag"."id" = "tagId"
      WHERE "taskId" IN (${wanted}) ORDER BY "key"`),
    // The plus keeps SQLite from going through everything that is not in the trash.
    rows<{ parentId: string; count: number }>(sql`
      SELECT "parentId", count(*) AS "count" FROM "Task"
      WHERE "parentId" IN (${wanted}) AND +"deletedAt" IS NULL GROUP BY "parentId"`),
  ])
  const imageById = new Map(images.map((image) => [image.id, image]))
  const childCounts = new Map(children.map(({ parentId, count }) => [parentId, count]))
  const [inputsOf, outputsOf, tagsOf] = [byTask(inputs), byTask(outputs), byTask(tags)]
  return tasks.map((task) =>
    readRow({
      ...task,
      inputs: inputsOf(task.id).map((input) => withImage(input, imageById)),
      outputs: outputsOf(task.id),
      tags: tagsOf(task.id).map(({ id, name }) => ({ id, name })),
      childCount: childCounts.get(task.id) ?? 0,
    }),
  )
}

/** Parts by the task that they are of, in their order. */
function byTask<T extends { taskId: string }>(parts: readonly T[]): (taskId: string) => T[] {
  const groups = new Map<string, T[]>()
  for (const part of parts) {
    const group = groups.get(part.taskId)
    if (group) group.push(part)
    else groups.set(part.taskId, [part])
  }
  return (taskId) => groups.get(taskId) ?? []
}
