import { v7 as uuidv7 } from 'uuid'
import type { TaskParams } from '@/lib/shared/models/task-params'
import { connection } from '../db/database'
import { list, names, sql, type SqlValue } from '../db/sql'
import { EMPTY_QUERY, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'

/** Rows for tests of finding, written as anybody may write them: past every verb. */
export type PlainTask = {
  id: string
  status: string
  mode: string
  model: string
  prompt: string
  params: TaskParams
  createdAt: Date
  title: string | null
  notes: string | null
  rating: number | null
  favoriteAt: Date | null
  deletedAt: Date | null
  purgedAt: Date | null
  parentId: string | null
  parentWay: string | null
}

let made = 0

export function plainTask(overrides: Partial<PlainTask> = {}): PlainTask {
  made += 1
  const createdAt = overrides.createdAt ?? new Date(Date.UTC(2026, 0, 1) + made * 60_000)
  return {
    id: uuidv7({ msecs: createdAt.getTime() }),
    status: 'succeeded',
    mode: 'image',
    model: 'aisphere-v5',
    prompt: 'a cat turns its head',
    params: { duration: 5, resolution: '540p' },
    createdAt,
    title: null,
    notes: null,
    rating: null,
    favoriteAt: null,
    deletedAt: null,
    purgedAt: null,
    parentId: null,
    parentWay: null,
    ...overrides,
  }
}

export async function put(overrides: Partial<PlainTask> = {}): Promise<string> {
  const task = plainTask(overrides)
  const { createdAt } = task
  const rest = { owner: 'local', gateway: 'simulator', dueAt: createdAt, updatedAt: createdAt }
  await insert('Task', { ...task, ...rest, params: JSON.stringify(task.params) })
  return task.id
}

export async function change(id: string, cells: Partial<PlainTask>): Promise<void> {
  for (const [name, value] of Object.entries(cells)) {
    const cell = name === 'params' ? JSON.stringify(value) : value
    await connection().run(
      sql`UPDATE "Task" SET ${names(name)} = ${cell as SqlValue} WHERE "id" = ${id}`,
    )
  }
}

export async function putClip(
  taskId: string,
  clip: { width: number; height: number; durationMs: number; savedAt?: Date | null },
): Promise<void> {
  const savedAt = clip.savedAt === undefined ? new Date() : clip.savedAt
  await insert('TaskOutput', { taskId, position: 0, sourceUrl: 'x', ...clip, savedAt })
}

export async function tag(taskId: string, tagId: string): Promise<void> {
  const createdAt = new Date()
  await connection().run(sql`
    INSERT OR IGNORE INTO "Tag" ("id", "name", "key", "createdAt") VALUES (${tagId}, ${`name ${tagId}`}, ${tagId}, ${createdAt})`)
  await connection().run(sql`
    INSERT OR IGNORE INTO "TaskTag" ("taskId", "tagId") VALUES (${taskId}, ${tagId})`)
}

export async function untag(taskId: string, tagId: string): Promise<void> {
  await connection().run(
    sql`DELETE FROM "TaskTag" WHERE "taskId" = ${taskId} AND "tagId" = ${tagId}`,
  )
}

export async function putCollection(id: string, query: string | null = null): Promise<void> {
  const at = new Date()
  await insert('Collection', {
    ...{ id, owner: 'local', name: `name ${id}`, query },
    ...{ createdAt: at, updatedAt: at },
  })
}

export async function collect(
  collectionId: string,
  taskId: string,
  position: number,
): Promise<void> {
  await connection().run(sql`
    INSERT OR REPLACE INTO "CollectionItem" ("collectionId", "taskId", "position") VALUES (${collectionId}, ${taskId}, ${position})`)
}

async function insert(table: string, cells: Record<string, SqlValue>): Promise<void> {
  await connection().run(sql`
    INSERT INTO ${names(table)} (${names(...Object.keys(cells))}) VALUES (${list(Object.values(cells))})`)
}

export const queryOf = (overrides: Partial<GalleryQuery>): GalleryQuery => ({
  ...EMPTY_QUERY,
  ...overrides,
})
