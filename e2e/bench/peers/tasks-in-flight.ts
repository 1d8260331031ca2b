import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openConnection } from '@/lib/server/db/connection'
import { migrate } from '@/lib/server/db/migrate'
import { sql } from '@/lib/server/db/sql'

/** The contract asks for each as often. */
const SPREAD_MS = 6_000

/** A data folder in which so many tasks are with this gateway, each with its picture, due to be asked for one after the other. */
export async function storeTasksInFlight(options: {
  dataDir: string
  gateway: string
  count: number
}): Promise<void> {
  const { dataDir, gateway, count } = options
  mkdirSync(dataDir, { recursive: true })
  const connection = openConnection(`file:${path.join(dataDir, 'studio.db')}`)
  await migrate(connection, path.resolve('prisma/migrations'))
  const now = new Date()
  const params = JSON.stringify({ duration: 5, resolution: '540p' })
  const prompt = 'a cat turns its head and looks at the rain '.repeat(4)
  await connection.run(sql`
    INSERT INTO "Image" ("id", "owner", "sha256", "contentType", "bytes", "width", "height", "originalWidth", "originalHeight", "createdAt")
    VALUES ('picture', 'local', 'hash', 'image/jpeg', 1000, 600, 400, 600, 400, ${now})`)
  const dueAt = (index: number) => new Date(now.getTime() + (index * SPREAD_MS) / count)
  for (let first = 0; first < count; first += 100) {
    const some = Array.from({ length: Math.min(100, count - first) }, (_, index) => first + index)
    await connection.transaction(
      some.flatMap((index) => [
        sql`
          INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "upstreamTaskId",
            "createdAt", "submittedAt", "updatedAt")
          VALUES (${`task-${index}`}, 'local', 'running', ${gateway}, 'image', 'aisphere-v5', ${prompt}, ${params},
            ${dueAt(index)}, ${`upstream-${index}`}, ${now}, ${now}, ${now})`,
        sql`
          INSERT INTO "TaskInput" ("taskId", "position", "role", "imageId") VALUES (${`task-${index}`}, 0, 'image', 'picture')`,
      ]),
    )
  }
  connection.close()
}
