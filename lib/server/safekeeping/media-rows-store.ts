import { askFile } from '../db/ask-file'
import { sql } from '../db/sql'
import { clipKey, pictureKey } from '../storage/media-key'
import { fileOf } from '../images/picture-file'

/** A file that a row names. */
export type NamedFile = {
  key: string
  bytes: number
  /** Who needs it: one of the tasks, or none yet. */
  neededBy: { task: string; prompt: string; createdAt: Date } | null
}

type ClipRow = { sha256: string; bytes: number | null; id: string; prompt: string; createdAt: Date }
/** Small stills of clips and pictures; how heavy they are no row says. */
type StillRow = { sha256: string; id: string | null; prompt: string; createdAt: Date }
type PictureRow = {
  sha256: string
  bytes: number
  contentType: string
  id: string | null
  prompt: string
  createdAt: Date
}

/** Every file that the rows of a database name, once each, in the order of their keys. */
export async function namedFiles(database: string): Promise<NamedFile[]> {
  const clips = await askFile<ClipRow>(
    database,
    sql`
      SELECT o."sha256", o."bytes", t."id", t."prompt", t."createdAt" FROM "TaskOutput" o
      JOIN "Task" t ON t."id" = o."taskId" WHERE o."savedAt" IS NOT NULL AND o."sha256" IS NOT NULL`,
  )
  const pictures = await askFile<PictureRow>(
    database,
    sql`
      SELECT i."sha256", i."bytes", i."contentType", t."id", t."prompt", t."createdAt" FROM "Image" i
      LEFT JOIN "Task" t ON t."id" = (SELECT min("taskId") FROM "TaskInput" WHERE "imageId" = i."id")`,
  )
  const stills = await askFile<StillRow>(
    database,
    sql`
      SELECT o."posterSha256" AS "sha256", t."id", t."prompt", t."createdAt" FROM "TaskOutput" o
      JOIN "Task" t ON t."id" = o."taskId" WHERE o."posterSha256" IS NOT NULL
      UNION ALL SELECT "thumbSha256", NULL, '', "createdAt" FROM "Image" WHERE "thumbSha256" IS NOT NULL`,
  )
  const byKey = new Map<string, NamedFile>()
  for (const row of clips) add(byKey, clipKey(row.sha256), row.bytes ?? 0, row)
  for (const row of pictures) add(byKey, fileOf(row), row.bytes, row)
  for (const row of stills) add(byKey, pictureKey(row.sha256, 'webp'), 0, row)
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Whether any row of a database in use names this file by now, or still. */
export async function isNamed(database: string, key: string): Promise<boolean> {
  return (await namedFiles(database)).some((file) => file.key === key)
}

function add(
  byKey: Map<string, NamedFile>,
  key: string,
  bytes: number,
  task: { id: string | null; prompt: string; createdAt: Date },
): void {
  const neededBy =
    task.id === null ? null : { task: task.id, prompt: task.prompt, createdAt: task.createdAt }
  if (!byKey.get(key)?.neededBy) byKey.set(key, { key, bytes, neededBy })
}
