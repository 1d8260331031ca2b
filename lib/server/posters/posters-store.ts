import { connection } from '../db/database'
import { list, sql } from '../db/sql'

/** Tabs are told of stills of clips that came so lately: older ones come with the next page. */
const NEWS_MS = 3_600_000

export type BarePicture = { id: string; sha256: string; contentType: string }
export type BareClip = { sha256: string; durationMs: number }

/** Pictures without a small one, newest first. */
export async function barePictures(
  limit: number,
  but: ReadonlySet<string>,
): Promise<BarePicture[]> {
  return connection().rows(sql`
    SELECT "id", "sha256", "contentType" FROM "Image"
    WHERE "thumbSha256" IS NULL AND "id" NOT IN (${list([...but])}) ORDER BY "id" DESC LIMIT ${limit}`)
}

/** Saved clips without a still, newest first, each once however many tasks have it. */
export async function bareClips(limit: number, but: ReadonlySet<string>): Promise<BareClip[]> {
  return connection().rows(sql`
    SELECT "sha256", max("durationMs") AS "durationMs" FROM "TaskOutput"
    WHERE "posterFrom" IS NULL AND "savedAt" IS NOT NULL AND "sha256" NOT IN (${list([...but])})
    GROUP BY "sha256" ORDER BY max("taskId") DESC LIMIT ${limit}`)
}

export async function noteThumb(picture: {
  id: string
  thumbSha256: string
  blur: string
}): Promise<void> {
  await connection().run(sql`
    UPDATE "Image" SET "thumbSha256" = ${picture.thumbSha256}, "blur" = ${picture.blur}
    WHERE "id" = ${picture.id}`)
}

/** For every task that has this clip. Null: none can be made of it. */
export async function notePoster(options: {
  sha256: string
  still: { posterSha256: string; blur: string } | null
  now: Date
}): Promise<void> {
  const { sha256, still, now } = options
  const from = still ? 'clip' : 'none'
  await connection().transaction([
    sql`
      UPDATE "TaskOutput" SET "posterFrom" = ${from}, "posterSha256" = ${still?.posterSha256 ?? null},
        "blur" = ${still?.blur ?? null}
      WHERE "sha256" = ${sha256} AND "savedAt" IS NOT NULL`,
    sql`
      INSERT INTO "Event" ("taskId", "status", "at") SELECT "id", "status", ${now} FROM "Task"
      WHERE "finishedAt" > ${new Date(now.getTime() - NEWS_MS)} AND ${still !== null}
        AND "id" IN (SELECT "taskId" FROM "TaskOutput" WHERE "sha256" = ${sha256})`,
  ])
}

/** Whatever had this still has none, so that it is made again. */
export async function forgetStill(sha256: string): Promise<void> {
  await connection().transaction([
    sql`
      UPDATE "TaskOutput" SET "posterFrom" = NULL, "posterSha256" = NULL WHERE "posterSha256" = ${sha256}`,
    sql`UPDATE "Image" SET "thumbSha256" = NULL WHERE "thumbSha256" = ${sha256}`,
  ])
}
