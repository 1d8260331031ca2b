import { createClient } from '@libsql/client/sqlite3'
import * as z from 'zod'
import { TASK_ERROR_CODES } from '@/lib/shared/errors'
import { TASK_STATUSES, type TaskStatus } from '@/lib/shared/task-states'
import type { Output, Row } from './ledgers'

const taskSchema = z.object({
  id: z.string(),
  key: z.string().nullable(),
  prompt: z.string(),
  status: z.enum(TASK_STATUSES),
  attempt: z.number(),
  errorCode: z.enum(TASK_ERROR_CODES).nullable(),
  taskId: z.string().nullable(),
})
const moment = z.string().transform((text) => Date.parse(text))
const eventSchema = z.object({ taskId: z.string(), status: z.string(), at: moment })
const outputSchema = z.object({
  taskId: z.string(),
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
  savedAt: z.string().nullable(),
})
const stillSchema = z
  .object({ sha256: z.string() })
  .transform(({ sha256 }) => ({ sha256, contentType: 'image/webp' }))
const pictureSchema = z.object({ sha256: z.string(), contentType: z.string() })

/** What the oracle needs of the database; asked in its own words, nothing of the studio's own reading is used. */
export async function readDatabase(
  file: string,
): Promise<{ rows: Row[]; named: Set<string>; isPaused: boolean }> {
  const client = createClient({ url: `file:${file}` })
  const ask = async <Found>(sql: string, schema: z.ZodType<Found>): Promise<Found[]> =>
    (await client.execute(sql)).rows.map((row) => schema.parse({ ...row }))
  try {
    await client.execute('PRAGMA query_only=ON')
    const tasks = await ask(TASKS, taskSchema)
    const events = await ask(
      'SELECT "taskId", "status", "at" FROM "Event" ORDER BY "id"',
      eventSchema,
    )
    const outputs = await ask('SELECT * FROM "TaskOutput" ORDER BY "position"', outputSchema)
    const pictures = await ask('SELECT "sha256", "contentType" FROM "Image"', pictureSchema)
    const stills = await ask(STILLS, stillSchema)
    const paused = await ask(PAUSED, z.unknown())
    const rows = tasks.map((task) => ({
      ...task,
      doubts: doubtsOf(events.filter(({ taskId }) => taskId === task.id)),
      outputs: outputs.filter(({ taskId }) => taskId === task.id).map(readOutput),
    }))
    const clips = rows.flatMap((row) => row.outputs.flatMap(({ path }) => path ?? []))
    return {
      rows,
      named: new Set([...clips, ...pictures.map(picturePath), ...stills.map(picturePath)]),
      isPaused: paused.length > 0,
    }
  } finally {
    client.close()
  }
}

const STILLS = `
  SELECT "posterSha256" AS "sha256" FROM "TaskOutput" WHERE "posterSha256" IS NOT NULL
  UNION SELECT "thumbSha256" FROM "Image" WHERE "thumbSha256" IS NOT NULL`
const PAUSED = `SELECT 1 FROM "Queue" WHERE "pausedReason" IS NOT NULL`
const TASKS = `
  SELECT "Task"."id", "prompt", "status", "attempt", "errorCode", "upstreamTaskId" AS "taskId",
    (SELECT "key" FROM "IdempotencyKey" AS "Bound" WHERE "Bound"."taskId" = "Task"."id"
      OR ("Bound"."batchId" IS NOT NULL AND "Bound"."batchId" = "Task"."batchId")) AS "key"
  FROM "Task" ORDER BY "Task"."id"`

/** From the last claim before it until it became `unconfirmed`. */
function doubtsOf(events: { status: string; at: number }[]): Row['doubts'] {
  return events.flatMap(({ status, at }, index) => {
    if (status !== 'unconfirmed') return []
    const claim = events.slice(0, index).findLast((event) => event.status === 'submitting')
    return [{ from: claim?.at ?? at, until: at }]
  })
}

function readOutput({ sha256, bytes, savedAt }: z.infer<typeof outputSchema>): Output {
  const isSaved = savedAt !== null && sha256 !== null
  return { path: isSaved ? `clips/${sha256.slice(0, 2)}/${sha256}.mp4` : null, bytes, sha256 }
}

function picturePath({ sha256, contentType }: z.infer<typeof pictureSchema>): string {
  const extension = contentType.replace('image/', '').replace('jpeg', 'jpg')
  return `pictures/${sha256.slice(0, 2)}/${sha256}.${extension}`
}

/** Tasks whose paid request is in the air; asked beside a running studio. */
export async function idsInTheAir(file: string): Promise<string[]> {
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute(`SELECT "id" FROM "Task" WHERE "status" = 'submitting'`)
    return rows.map(({ id }) => z.string().parse(id))
  } finally {
    client.close()
  }
}

/** How many tasks are in one of these states, and whether the queue waits; asked beside a running studio. */
export async function countIn(
  file: string,
  statuses: readonly TaskStatus[],
): Promise<{ count: number; isPaused: boolean }> {
  const client = createClient({ url: `file:${file}` })
  try {
    const marks = statuses.map(() => '?').join(',')
    const { rows } = await client.execute({
      sql: `SELECT count(*) AS "count" FROM "Task" WHERE "status" IN (${marks})`,
      args: [...statuses],
    })
    const paused = await client.execute(PAUSED)
    return { count: Number(rows[0]?.count ?? 0), isPaused: paused.rows.length > 0 }
  } finally {
    client.close()
  }
}
