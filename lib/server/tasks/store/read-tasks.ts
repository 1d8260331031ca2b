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
  return tasks.map((task) => {
    const isOfTask = ({ taskId }: { taskId: string }) => taskId === task.id
    const own = inputs.filter(isOfTask).map((input) => withImage(input, imageById))
    return readRow({
      ...task,
      inputs: own,
      outputs: outputs.filter(isOfTask),
      tags: tags.filter(isOfTask).map(({ id, name }) => ({ id, name })),
      childCount: childCounts.get(task.id) ?? 0,
    })
  })
}
