import { connection } from '../db/database'
import { list, names, sql, type Sql, type SqlValue } from '../db/sql'
import type { Picture } from './make-media'
import type { MadeTask } from './make-task'

const OWNER = 'local'
/** SQLite takes 32,766 values a statement. */
const VALUES_AT_A_TIME = 30_000
/** Far enough ahead that no worker finds a paid request of these without an answer. */
const NEVER = new Date('2100-01-01T00:00:00Z')

type Cells = Record<string, SqlValue>
type Identified = { id: string }

export async function countTasks(): Promise<number> {
  const [row] = await connection().rows<{ count: number }>(
    sql`SELECT count(*) AS "count" FROM "Task"`,
  )
  return row?.count ?? 0
}

/** @returns the id of each by its hash; those that are there already keep theirs. */
export async function storePictures(
  pictures: readonly (Picture & Identified)[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = pictures.map(({ id, sha256, bytes, width, height, thumb }) => ({
    id,
    owner: OWNER,
    sha256,
    contentType: 'image/webp',
    bytes,
    width,
    height,
    originalWidth: width,
    originalHeight: height,
    createdAt: now,
    thumbSha256: thumb.sha256,
    blur: thumb.blur,
  }))
  await connection().transaction(inserts('Image', rows, 'OR IGNORE'))
  const stored = await connection().rows<{ id: string; sha256: string }>(sql`
    SELECT "id", "sha256" FROM "Image"
    WHERE "owner" = ${OWNER} AND "sha256" IN (${list(pictures.map(({ sha256 }) => sha256))})`)
  return new Map(stored.map(({ id, sha256 }) => [sha256, id]))
}

/** @returns ids in the order of the names. */
export async function storeTags(
  tags: readonly (Identified & { name: string })[],
  now: Date,
): Promise<string[]> {
  const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()
  const rows = tags.map(({ id, name }) => ({ id, name, key: keyOf(name), createdAt: now }))
  await connection().transaction(inserts('Tag', rows, 'OR IGNORE'))
  const stored = await connection().rows<{ id: string; key: string }>(
    sql`SELECT "id", "key" FROM "Tag"`,
  )
  const byKey = new Map(stored.map(({ id, key }) => [key, id]))
  return tags.flatMap(({ name }) => byKey.get(keyOf(name)) ?? [])
}

/** @returns ids of those that are filled by hand. */
export async function storeCollections(
  collections: readonly (Identified & { name: string; query: string | null })[],
  now: Date,
): Promise<string[]> {
  type Stored = { id: string; name: string; query: string | null }
  const read = () => connection().rows<Stored>(sql`SELECT "id", "name", "query" FROM "Collection"`)
  const known = new Set((await read()).map(({ name }) => name))
  const rows = collections
    .filter(({ name }) => !known.has(name))
    .map((each) => ({ ...each, owner: OWNER, createdAt: now, updatedAt: now }))
  await connection().transaction(inserts('Collection', rows))
  const wanted = new Map((await read()).map(({ id, name }) => [name, id]))
  return collections.flatMap(({ name, query }) => (query === null ? (wanted.get(name) ?? []) : []))
}

/** The place of the last clip of each. */
export async function lastPlaces(collectionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await connection().rows<{ id: string; last: number }>(sql`
    SELECT "collectionId" AS "id", max("position") AS "last" FROM "CollectionItem"
    WHERE "collectionId" IN (${list(collectionIds)}) GROUP BY "collectionId"`)
  return new Map(rows.map(({ id, last }) => [id, last]))
}

/** All at once, or none. */
export async function insertTasks(made: {
  tasks: readonly MadeTask[]
  tagged: readonly { taskId: string; tagId: string }[]
  collected: readonly { collectionId: string; taskId: string; position: number }[]
}): Promise<void> {
  await connection().transaction([
    ...inserts('Task', made.tasks.map(taskCells)),
    ...inserts('TaskInput', made.tasks.flatMap(inputCells)),
    ...inserts('TaskOutput', made.tasks.flatMap(outputCells)),
    ...inserts('TaskTag', made.tagged),
    ...inserts('CollectionItem', made.collected),
  ])
}

function taskCells(task: MadeTask): Cells {
  const { id, status, gateway, mode, model, prompt, estimate, usage, errorCode, createdAt } = task
  const { submittedAt, finishedAt, deletedAt, parent, title, notes, rating, favoriteAt } = task
  const isLeased = status === 'submitting' || status === 'archiving'
  return {
    id,
    owner: OWNER,
    status,
    gateway,
    mode,
    model,
    prompt,
    params: JSON.stringify(task.params),
    estimate,
    usage,
    dueAt: createdAt,
    leaseToken: isLeased ? id : null,
    leaseUntil: isLeased ? NEVER : null,
    upstreamTaskId: submittedAt && status !== 'unconfirmed' ? `seeded-${id}` : null,
    errorCode,
    createdAt,
    submittedAt,
    finishedAt,
    updatedAt: finishedAt ?? createdAt,
    deletedAt,
    parentId: parent?.id ?? null,
    parentWay: parent?.way ?? null,
    title,
    notes,
    rating,
    favoriteAt,
  }
}

function inputCells({ id: taskId, inputs }: MadeTask): Cells[] {
  return inputs.map((input, position) => ({ taskId, position, ...input }))
}

function outputCells({ id: taskId, output, finishedAt }: MadeTask): Cells[] {
  if (!output) return []
  const { sha256, bytes, width, height, durationMs, still } = output
  const poster = { posterSha256: still.sha256, posterFrom: 'clip', blur: still.blur }
  const sourceUrl = `https://gateway.invalid/${taskId}.mp4`
  const file = { sha256, bytes, width, height, durationMs, savedAt: finishedAt }
  return [{ taskId, position: 0, sourceUrl, ...file, ...poster }]
}

function inserts(table: string, rows: readonly Cells[], otherwise: 'OR IGNORE' | '' = ''): Sql[] {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const most = Math.floor(VALUES_AT_A_TIME / columns.length)
  const statements: Sql[] = []
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most)
    const values = some.map((row) => sql`(${list(columns.map((name) => row[name] ?? null))})`)
    const verb = otherwise ? sql`INSERT OR IGNORE INTO` : sql`INSERT INTO`
    statements.push(sql`${verb} ${names(table)} (${names(...columns)}) VALUES ${list(values)}`)
  }
  return statements
}
