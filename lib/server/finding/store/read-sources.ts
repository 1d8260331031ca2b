import * as z from 'zod'
import type * as core from 'zod/v4/core'
import { taskParamsSchema } from '@/lib/shared/models/task-params'
import { MODES } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES } from '@/lib/shared/task-states'
import { list, sql, type Sql } from '../../db/sql'
import { goneRow, type IndexRow } from '../index-row'
import { ratioOf } from '../ratio-of'

/** A task as it is found: what is known of it, and all that its words are in. */
export type Source = { row: IndexRow; text: string }

/** Whoever goes on from a task, but for trying again what failed, remixes it. */
const IS_REMIXED = sql`EXISTS (SELECT 1 FROM "Task" c
  WHERE c."parentId" = t."id" AND +c."deletedAt" IS NULL AND c."parentWay" IS NOT 'retry')`

/** Sizes, and of the saved clip how long it is. */
export const CLIP = sql`(SELECT json_array("width", "height", "durationMs") FROM "TaskOutput"
  WHERE "taskId" = t."id" AND "savedAt" IS NOT NULL ORDER BY "position" LIMIT 1)`
export const PICTURE = sql`(SELECT json_array(i."width", i."height") FROM "TaskInput" p JOIN "Image" i ON i."id" = p."imageId"
  WHERE p."taskId" = t."id" ORDER BY p."position" LIMIT 1)`

/** The statement that reads what `readSource` takes. */
export function sourcesOf(ids: readonly string[]): Sql {
  return sql`
    SELECT t."id", t."createdAt", t."status", t."model", t."mode", t."prompt", t."params", t."title", t."notes",
      coalesce(t."rating", 0) AS "rating", t."favoriteAt" IS NOT NULL AS "isFavorite",
      t."deletedAt" IS NOT NULL AS "isTrash", t."purgedAt" IS NOT NULL AS "isGone", ${IS_REMIXED} AS "isRemixed",
      ${CLIP} AS "clip", ${PICTURE} AS "picture",
      (SELECT json_group_array("tagId") FROM "TaskTag" WHERE "taskId" = t."id") AS "tags",
      (SELECT json_group_array("collectionId") FROM "CollectionItem" WHERE "taskId" = t."id") AS "collections"
    FROM "Task" t WHERE t."id" IN (${list(ids)})`
}

const flag = z.coerce.number().transform((value) => value === 1)
const moment = z.union([z.date(), z.string()]).transform((value) => new Date(value).getTime())
const json = <T extends core.$ZodType<unknown, unknown>>(schema: T) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)
const sizes = json(z.array(z.number().nullable()))
const ids = json(z.array(z.string()))

const sourceSchema = z.object({
  id: z.string(),
  createdAt: moment,
  status: z.enum(TASK_STATUSES),
  model: z.string(),
  mode: z.enum(MODES),
  prompt: z.string(),
  params: json(taskParamsSchema),
  title: z.string().nullable(),
  notes: z.string().nullable(),
  rating: z.coerce.number(),
  isFavorite: flag,
  isTrash: flag,
  isGone: flag,
  isRemixed: flag,
  clip: sizes.nullable(),
  picture: sizes.nullable(),
  tags: ids,
  collections: ids,
})

/** What was read, for each of the ids: one that is not there is gone. */
export function readSources(ids: readonly string[], stored: readonly unknown[]): Source[] {
  const sources = new Map(
    stored.map((each) => {
      const source = readSource(each)
      return [source.row.id, source]
    }),
  )
  return ids.map((id) => sources.get(id) ?? { row: goneRow(id), text: '' })
}

function readSource(stored: unknown): Source {
  const { prompt, params, title, notes, clip, picture, ...known } = sourceSchema.parse(stored)
  const { duration, resolution, style = null, cameraMovement: camera = null } = params
  const { generateAudioSwitch, soundEffectSwitch, seed = null } = params
  const hasSound = generateAudioSwitch === true || soundEffectSwitch === true
  const [, , durationMs] = clip ?? []
  const row: IndexRow = {
    ...known,
    ...{ resolution, seconds: duration, style, camera, seed, hasSound },
    ratio: ratioOf(clip, picture),
    durationMs: durationMs ?? 0,
  }
  const said = [prompt, params.negativePrompt, title, notes]
  return { row, text: said.filter((each) => each).join('\n') }
}
