import * as z from 'zod/mini'

/** After so many days, a whole number, a clip may go by itself. */
export const RETENTION_DAYS = { min: 1, max: 3650 } as const

/** `days` null: clips stay until somebody deletes them. */
export const retentionSchema = z.strictObject({ days: z.nullable(z.number()) })
export type Retention = z.infer<typeof retentionSchema>
export const KEEPS_ALL: Retention = { days: null }

export function isInRange({ days }: Retention): boolean {
  if (days === null) return true
  return Number.isInteger(days) && days >= RETENTION_DAYS.min && days <= RETENTION_DAYS.max
}
