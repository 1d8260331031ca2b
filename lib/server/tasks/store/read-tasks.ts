import { connection } from '../../db/database'
import type { Image, Task, TaskInput, TaskOutput } from '../../db/generated/client'
import { list, sql } from '../../db/sql'
import { readRow, withImage, type TaskRow } from './task-row'

/** Tasks with their parts, also from the trash, in no order. Raw: every page reads them, also the first one after a start. */
export async function readTasks(ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const wanted = list(ids)
  const { rows } = connection()
  const [tasks, inputs, images, outputs] = await Promise.all([
    rows<Task>(sql`SELECT * FROM "Task" WHERE "id" IN (${wanted})`),
    rows<TaskInput>(
      sql`SELECT * FROM "TaskInput" WHERE "taskId" IN (${wanted}) ORDER BY "taskId", "position"`,
    ),
    rows<Image>(sql`
      SELECT * FROM "Image" WHERE "id" IN (SELECT "imageId" FROM "TaskInput" WHERE "taskId" IN (${wanted}))`),
    rows<TaskOutput>(
      sql`SELECT * FROM "TaskOutput" WHERE "taskId" IN (${wanted}) ORDER BY "taskId", "position"`,
    ),
  ])
  const imageById = new Map(images.map((image) => [image.id, image]))
  return tasks.map((task) => {
    const isOfTask = ({ taskId }: { taskId: string }) => taskId === task.id
    const own = inputs.filter(isOfTask).map((input) => withImage(input, imageById))
    return readRow({ ...task, inputs: own, outputs: outputs.filter(isOfTask) })
  })
}
