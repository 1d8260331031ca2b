import * as z from 'zod/mini'
import { CURRENCIES } from '../pricing'
import { CHANGE_KINDS, SELECTION_MAX_IDS, TAGS_AT_ONCE } from './keeping-limits'
import { timestampSchema as time } from '../timestamp'

/** What a person does to one clip or to many: `POST /api/changes`, with an Idempotency-Key. */

const count = z.int().check(z.minimum(0))
const tagNames = z.array(z.string()).check(z.maxLength(TAGS_AT_ONCE))
const idSchema = z.string().check(z.regex(/^[0-9a-z-]{1,64}$/))

/** Clips by id, or all that a query finds but for some. `youngest`: what came after that one was not meant. */
export const selectionSchema = z.union([
  z.strictObject({
    ids: z.array(idSchema).check(z.minLength(1), z.maxLength(SELECTION_MAX_IDS)),
  }),
  z.strictObject({
    query: z.string(),
    youngest: z.nullable(idSchema),
    except: z.array(idSchema).check(z.maxLength(SELECTION_MAX_IDS)),
  }),
])
export type Selection = z.infer<typeof selectionSchema>

export const changeActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate'),
    rating: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  }),
  z.strictObject({ kind: z.literal('favorite'), isFavorite: z.boolean() }),
  /** By name: a new one is made. */
  z.strictObject({ kind: z.literal('tag'), add: tagNames, remove: tagNames }),
  z.strictObject({ kind: z.literal('title'), title: z.nullable(z.string()) }),
  z.strictObject({ kind: z.literal('notes'), notes: z.nullable(z.string()) }),
  z.strictObject({ kind: z.literal('collect'), collectionId: idSchema }),
  z.strictObject({ kind: z.literal('uncollect'), collectionId: idSchema }),
  z.strictObject({ kind: z.literal('delete') }),
  z.strictObject({ kind: z.literal('restore') }),
  /** Out of the trash for good. `confirmed`: of how many the person was told; where it would be more, nothing is done (409). */
  z.strictObject({ kind: z.literal('purge'), confirmed: count }),
  /** A new, paid task for each that failed or was canceled; no more than the person was told of. */
  z.strictObject({ kind: z.literal('retry'), confirmed: count }),
  /** Out of the queue, what is not sent yet. */
  z.strictObject({ kind: z.literal('cancel') }),
])
export type ChangeAction = z.infer<typeof changeActionSchema>

export const newChangeSchema = z.strictObject({
  selection: selectionSchema,
  action: changeActionSchema,
})
export type NewChange = z.infer<typeof newChangeSchema>

/** What is to be previewed is a change without what its person would confirm. */
export const previewBodySchema = z.strictObject({
  selection: selectionSchema,
  kind: z.enum(CHANGE_KINDS),
})

export const CHANGE_STATES = ['running', 'done', 'stopped'] as const

export const changeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(CHANGE_STATES),
  total: z.number(),
  done: z.number(),
  /** Those that could not be changed: in flight, waiting for a person, or gone meanwhile. */
  skipped: z.number(),
  /** Of a retry it means to cancel what is not sent yet. */
  canUndo: z.boolean(),
  /** The change that this one takes back. */
  undoes: z.nullable(z.string()),
  createdAt: time,
  finishedAt: z.nullable(time),
})
export type ChangeOnWire = z.infer<typeof changeSchema>

/** `POST /api/changes/preview`: what a change would do, before it is asked for. */
export const changePreviewSchema = z.object({
  total: z.number(),
  /** Of how many it can be done. */
  possible: z.number(),
  /** Of a retry: what the new clips are likely to cost; `unpriced` of them have no price. Null for what costs nothing. */
  estimate: z.nullable(
    z.object({
      credits: z.number(),
      amount: z.number(),
      currency: z.enum(CURRENCIES),
      unpriced: z.number(),
    }),
  ),
})
export type ChangePreview = z.infer<typeof changePreviewSchema>

export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Null: put in by hand. Else the address of what it finds. */
  query: z.nullable(z.string()),
  count: z.number(),
  coverUrl: z.nullable(z.string()),
  /** The clip that was chosen for it; null: the first. */
  coverTaskId: z.nullable(z.string()),
  createdAt: time,
})
export type CollectionOnWire = z.infer<typeof collectionSchema>

export const newCollectionSchema = z.strictObject({
  name: z.string(),
  query: z.nullable(z.string()),
})

export const collectionChangeSchema = z.strictObject({
  name: z.optional(z.string()),
  /** Only of one that a query fills already. */
  query: z.optional(z.string()),
  coverTaskId: z.optional(z.nullable(idSchema)),
  /** Puts a clip before another one; null: at the end. */
  move: z.optional(z.strictObject({ taskId: idSchema, before: z.nullable(idSchema) })),
})
export type CollectionChange = z.infer<typeof collectionChangeSchema>
export const collectionListSchema = z.object({ collections: z.array(collectionSchema) })

export const tagSchema = z.object({ id: z.string(), name: z.string(), count: z.number() })
export type TagOnWire = z.infer<typeof tagSchema>
export const tagChangeSchema = z.strictObject({ name: z.string() })
export const tagListSchema = z.object({ tags: z.array(tagSchema) })
export const changeListSchema = z.object({ changes: z.array(changeSchema) })

export const newDownloadSchema = z.strictObject({ selection: selectionSchema })
/** Where the archive is for a day, of how many clips, and how large it will be. */
export const downloadSchema = z.object({ url: z.string(), count: z.number(), bytes: z.number() })
export type DownloadOnWire = z.infer<typeof downloadSchema>
