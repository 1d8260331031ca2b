import * as z from 'zod/mini'
import { timestampSchema as time } from '../timestamp'

/** What a person does to one clip or to many: `POST /api/changes`, with an Idempotency-Key. */

/** As many as a Shift range may bring (GALLERY_IDS_MAX); their body is about 400 kB. */
export const SELECTION_MAX_IDS = 10_000
export const TITLE_MAX_CHARACTERS = 200
export const NOTES_MAX_CHARACTERS = 10_000
export const TAG_MAX_CHARACTERS = 50

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
  z.strictObject({ kind: z.literal('tag'), add: z.array(z.string()), remove: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('title'), title: z.nullable(z.string()) }),
  z.strictObject({ kind: z.literal('notes'), notes: z.nullable(z.string()) }),
  z.strictObject({ kind: z.literal('collect'), collectionId: idSchema }),
  z.strictObject({ kind: z.literal('uncollect'), collectionId: idSchema }),
  z.strictObject({ kind: z.literal('delete') }),
  z.strictObject({ kind: z.literal('restore') }),
  /** Out of the trash for good. */
  z.strictObject({ kind: z.literal('purge') }),
  /** A new task for each that failed or was canceled. */
  z.strictObject({ kind: z.literal('retry') }),
])
export type ChangeAction = z.infer<typeof changeActionSchema>

export const newChangeSchema = z.strictObject({
  selection: selectionSchema,
  action: changeActionSchema,
})
export type NewChange = z.infer<typeof newChangeSchema>

export const CHANGE_STATES = ['running', 'done', 'stopped'] as const

export const changeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(CHANGE_STATES),
  total: z.number(),
  done: z.number(),
  /** Those that could not be changed: in flight, waiting for a person, or gone meanwhile. */
  skipped: z.number(),
  canUndo: z.boolean(),
  createdAt: time,
  finishedAt: z.nullable(time),
})
export type ChangeOnWire = z.infer<typeof changeSchema>

export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Null: put in by hand. Else the address of what it finds. */
  query: z.nullable(z.string()),
  count: z.number(),
  coverUrl: z.nullable(z.string()),
  createdAt: time,
})
export type CollectionOnWire = z.infer<typeof collectionSchema>

export const tagSchema = z.object({ id: z.string(), name: z.string(), count: z.number() })
export type TagOnWire = z.infer<typeof tagSchema>
