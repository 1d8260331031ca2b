import * as z from 'zod/mini'
import { timestampSchema } from './timestamp'

/** What the route takes. */
export const keyBodySchema = z.strictObject({ key: z.string() })

/** All that anybody is told of the key. */
export const keySchema = z.object({
  /** `environment` wins over what is stored; `unreadable`: stored, but sealed with another secret. */
  source: z.enum(['environment', 'stored', 'unreadable', 'none']),
  storedAt: z.nullable(timestampSchema),
  /** Host of the gateway that the key is for. */
  gateway: z.string(),
})
export type KeyOnWire = z.infer<typeof keySchema>

/** `wasAccepted` is false when the gateway did not answer: the key is stored all the same. */
export const storedKeySchema = z.extend(keySchema, { wasAccepted: z.boolean() })
export type StoredKeyOnWire = z.infer<typeof storedKeySchema>
