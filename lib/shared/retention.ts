import * as z from 'zod/mini'

/** What is deleted can be brought back for so long. */
export const TRASH_DAYS = 30
/** After so many days a clip may go by itself. */
export const RETENTION_DAYS = { min: 1, max: 3650 } as const

/** `days` null: clips stay until somebody deletes them. */
export const retentionSchema = z.object({
  days: z.nullable(z.int().check(z.minimum(RETENTION_DAYS.min), z.maximum(RETENTION_DAYS.max))),
})
export type Retention = z.infer<typeof retentionSchema>
export const KEEPS_ALL: Retention = { days: null }
