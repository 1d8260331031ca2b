import { DEFAULTS, findModel, type RESOLUTIONS } from './models/catalogue'
import type { TaskParams } from './models/task-params'
import type { TaskBody } from './task-schema'

type Resolution = (typeof RESOLUTIONS)[number]
/** Lengths that have a price: what the models offer, in seconds (pricing.test.ts). */
export const PRICED_SECONDS = ['5', '8', '10'] as const
type Seconds = (typeof PRICED_SECONDS)[number]
export const CURRENCIES = ['USD', 'CNY', 'EUR', 'GBP', 'HKD', 'JPY', 'KRW', 'SGD', 'TWD'] as const
export type Currency = (typeof CURRENCIES)[number]

/** What clips cost, as the studio's owner sets it. */
export type PriceTable = {
  /** Credits by resolution, then by seconds; absent where there is no such clip, or nobody knows. */
  credits: Record<Resolution, Partial<Record<Seconds, number>>>
  /** Factor on the price of the length for `motionMode: fast`. */
  fastFactor: number
  audio: number
  multiClip: number
  /** Credits per started 5 s of sound effect. */
  soundEffectPerFiveSeconds: number
  /** Money a credit, in `currency`. */
  creditPrice: number
  currency: Currency
}

/**
 * Maker's credits [U]: an estimate, never a bill (upstream-contract.md, "What a clip costs"). The gateway's own price is
 * unknown, so the whole table is a setting and these are what it begins with.
 */
export const DEFAULT_PRICES: PriceTable = {
  credits: {
    '360p': { '5': 45, '8': 90, '10': 99 },
    '540p': { '5': 45, '8': 90, '10': 99 },
    '720p': { '5': 60, '8': 120, '10': 132 },
    '1080p': { '5': 120, '8': 240 },
  },
  fastFactor: 2,
  audio: 10,
  multiClip: 30,
  soundEffectPerFiveSeconds: 10,
  creditPrice: 0.01,
  currency: 'USD',
}

/** `usd` is null where the table is in another currency. */
export type Estimate = { credits: number; usd: number | null; amount: number; currency: Currency }

/** Credits that a choice adds; together they are the whole. */
export type CostPart = {
  kind: 'base' | 'fast' | 'soundEffect' | 'audio' | 'multiClip'
  credits: number
}
export type Cost = { parts: CostPart[]; estimate: Estimate }

type Priced = { model: string; params: TaskParams }

/** What one clip is likely to cost and what makes it up; null where the table has no price for it. */
export function explainCost(
  { model, params }: Priced,
  prices: PriceTable = DEFAULT_PRICES,
): Cost | null {
  const base = basePrice(params, prices)
  if (base === undefined || !findModel(model)) return null
  const parts: CostPart[] = [{ kind: 'base', credits: base }]
  if (params.motionMode === 'fast')
    parts.push({ kind: 'fast', credits: exact(base * (prices.fastFactor - 1)) })
  if (params.generateAudioSwitch) parts.push({ kind: 'audio', credits: prices.audio })
  if (params.generateMultiClipSwitch) parts.push({ kind: 'multiClip', credits: prices.multiClip })
  if (params.soundEffectSwitch) {
    const credits = exact(prices.soundEffectPerFiveSeconds * Math.ceil(params.duration / 5))
    parts.push({ kind: 'soundEffect', credits })
  }
  return { parts, estimate: inMoney(sum(parts), prices) }
}

export function estimateCost(task: Priced, prices?: PriceTable): Estimate | null {
  return explainCost(task, prices)?.estimate ?? null
}

/** The same for a body that is not sent yet: what it leaves out is sent as the defaults. */
export function explainBody(body: TaskBody, prices: PriceTable): Cost | null {
  const { duration = DEFAULTS.duration, resolution = DEFAULTS.resolution } = body
  return explainCost({ model: body.model, params: { ...body, duration, resolution } }, prices)
}

/** Several clips together; `unpriced` of them have no price and are not in it. */
export function estimateBodies(
  bodies: readonly TaskBody[],
  prices: PriceTable,
): { estimate: Estimate; unpriced: number } {
  const costs = bodies.flatMap((body) => explainBody(body, prices)?.estimate ?? [])
  return { estimate: inMoney(sum(costs), prices), unpriced: bodies.length - costs.length }
}

function basePrice({ resolution, duration }: TaskParams, prices: PriceTable): number | undefined {
  const row = Object.entries(prices.credits).find(([name]) => name === resolution)?.[1] ?? {}
  return Object.entries(row).find(([seconds]) => seconds === String(duration))?.[1]
}

function inMoney(credits: number, { creditPrice, currency }: PriceTable): Estimate {
  const amount = exact(credits * creditPrice)
  return { credits, usd: currency === 'USD' ? amount : null, amount, currency }
}

function sum(parts: readonly { credits: number }[]): number {
  return exact(parts.reduce((total, part) => total + part.credits, 0))
}

/** Without the crumbs of binary fractions. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
