import * as z from 'zod/mini'

/** What `/api/gallery/…` answers. Each takes the names of gallery-query.ts. */

/**
 * The whole gallery of a query at a glance, so that its true height is known before its clips are: every clip's ratio in order, and
 * where each page begins.
 */
export const galleryShapeSchema = z.object({
  total: z.number(),
  pageSize: z.number(),
  /** The cursor that page 1, 2, 3 … is asked for with; page 0 has none. */
  cursors: z.array(z.string()),
  /** Width over height, in thousandths: base64 of little-endian 16-bit numbers, one a clip. */
  ratios: z.string(),
  /** Id of the youngest clip there was, of this query or not: what came later is `fresh`. Null in an empty studio. */
  youngest: z.nullable(z.string()),
})
export type GalleryShape = z.infer<typeof galleryShapeSchema>

export const FACETS = [
  'state',
  'model',
  'mode',
  'resolution',
  'seconds',
  'style',
  'camera',
  'rating',
  'favorite',
  'tag',
  'collection',
  'sound',
  'remixed',
] as const
export type Facet = (typeof FACETS)[number]

const countedSchema = z.array(
  z.object({
    /** As it stands in the address. */
    value: z.string(),
    /** Names of tags and collections. */
    label: z.nullable(z.string()),
    count: z.number(),
  }),
)

/** How many clips each choice would leave: its own facet left aside, all else as it is. Most first. */
export const galleryCountsSchema = z.object({
  total: z.number(),
  facets: z.object({
    state: countedSchema,
    model: countedSchema,
    mode: countedSchema,
    resolution: countedSchema,
    seconds: countedSchema,
    style: countedSchema,
    camera: countedSchema,
    rating: countedSchema,
    favorite: countedSchema,
    tag: countedSchema,
    collection: countedSchema,
    sound: countedSchema,
    remixed: countedSchema,
  }),
})
export type GalleryCounts = z.infer<typeof galleryCountsSchema>

/** Where a clip stands in a query, from 0, and what stands beside it. Null: it is not in it. */
export const galleryPlaceSchema = z.object({
  total: z.number(),
  index: z.nullable(z.number()),
  previous: z.nullable(z.string()),
  next: z.nullable(z.string()),
})
export type GalleryPlace = z.infer<typeof galleryPlaceSchema>

/** Ids from one clip (`first`) to another (`last`), both included, in the order of the query; cut at `GALLERY_IDS_MAX`. */
export const galleryIdsSchema = z.object({ ids: z.array(z.string()) })
export const GALLERY_IDS_MAX = 10_000

/** How many clips of the query are younger than one. */
export const galleryFreshSchema = z.object({ count: z.number() })
