import { createClient, type Client } from '@libsql/client/sqlite3'
import * as z from 'zod'
import { replaceSettings } from '@/lib/server/env'
import { listTasks } from '@/lib/server/tasks/list-tasks'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({
  dataDir: z.string(),
  side: z.enum(['studio', 'driver']),
  limit: z.number(),
  count: z.number(),
})
type Job = z.infer<typeof jobSchema>

/** Lists the first page of a studio's tasks over and over; answers the milliseconds of each time. One folder a process. */
answerJobs(async (message) => {
  const job = jobSchema.parse(message)
  replaceSettings({ DATA_DIR: job.dataDir })
  const list = job.side === 'studio' ? () => listAsStudio(job) : driver(job)
  const taken: number[] = []
  for (let index = 0; index < job.count; index += 1) {
    const startedAt = performance.now()
    const rows = await list()
    taken.push(performance.now() - startedAt)
    if (rows !== job.limit) throw new Error(`${rows} rows`)
  }
  return taken
})

async function listAsStudio({ limit }: Job): Promise<number> {
  const page = await listTasks({ person: { id: 'local' }, limit, cursor: null })
  return page.tasks.length
}

let client: Client | undefined

/** The same rows by the driver alone: nothing is parsed, and nothing put together. */
function driver({ dataDir, limit }: Job): () => Promise<number> {
  const raw = (client ??= createClient({ url: `file:${dataDir}/studio.db`, intMode: 'bigint' }))
  return async () => {
    const page = await raw.execute({
      sql: 'SELECT "id" FROM "Task" WHERE "deletedAt" IS NULL ORDER BY "id" DESC LIMIT ?',
      args: [limit + 1],
    })
    const ids = page.rows.slice(0, limit).map(({ id }) => String(id))
    const marks = ids.map(() => '?').join(', ')
    const tasks = await raw.execute({
      sql: `SELECT * FROM "Task" WHERE "id" IN (${marks})`,
      args: ids,
    })
    for (const sql of partsOf(marks)) await raw.execute({ sql, args: ids })
    return tasks.rows.length
  }
}

function partsOf(marks: string): string[] {
  return [
    `SELECT * FROM "TaskInput" WHERE "taskId" IN (${marks}) ORDER BY "taskId", "position"`,
    `SELECT * FROM "Image" WHERE "id" IN (SELECT "imageId" FROM "TaskInput" WHERE "taskId" IN (${marks}))`,
    `SELECT * FROM "TaskOutput" WHERE "taskId" IN (${marks}) ORDER BY "taskId", "position"`,
    `SELECT "taskId", "Tag"."id", "name" FROM "TaskTag" JOIN "Tag" ON "Tag"."id" = "tagId" WHERE "taskId" IN (${marks}) ORDER BY "key"`,
    `SELECT "parentId", count(*) FROM "Task" WHERE "parentId" IN (${marks}) AND +"deletedAt" IS NULL GROUP BY "parentId"`,
  ]
}
