import * as z from 'zod/mini'
import type { FieldProblem } from './errors'
import { CURRENCIES, PRICED_SECONDS, type PriceTable } from './pricing'
import { RESOLUTIONS } from './models/catalogue'
import { readProblems } from './zod-problems'

/** Above this a price is a slip of the hand. */
export const PRICE_MAX = 1_000_000

const price = z.number().check(z.minimum(0), z.maximum(PRICE_MAX))
const rowSchema = z.partialRecord(z.enum(PRICED_SECONDS), price)

export const priceTableSchema = z.strictObject({
  credits: z.record(z.enum(RESOLUTIONS), rowSchema),
  /** `fast` is never cheaper than the same clip without it. */
  fastFactor: z.number().check(z.minimum(1), z.maximum(PRICE_MAX)),
  audio: price,
  multiClip: price,
  soundEffectPerFiveSeconds: price,
  creditPrice: price,
  currency: z.enum(CURRENCIES),
})

/** The table and whether it is the one that the studio begins with. */
export const pricesOnWireSchema = z.object({ prices: priceTableSchema, isDefault: z.boolean() })
export type PricesOnWire = z.infer<typeof pricesOnWireSchema>

/** Reads a price table: every number that cannot be a price with its path (`credits.1080p.8`). */
export function readPrices(
  input: unknown,
): { ok: true; prices: PriceTable } | { ok: false; problems: FieldProblem[] } {
  const parsed = priceTableSchema.safeParse(input)
  if (parsed.success) return { ok: true, prices: parsed.data }
  return { ok: false, problems: readProblems(parsed.error.issues, input).map(inPrices) }
}

/** All that can be wrong with a number here is said in one sentence. */
function inPrices(problem: FieldProblem): FieldProblem {
  if (problem.code === 'unknown_field' || ['currency', 'body'].includes(problem.path))
    return problem
  const min = problem.path === 'fastFactor' ? 1 : 0
  return { path: problem.path, code: 'price_form', values: { min, max: PRICE_MAX } }
}
