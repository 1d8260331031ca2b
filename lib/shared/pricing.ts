import { findModel } from './models/catalogue'
import type { TaskParams } from './models/task-params'

/**
 * Maker's credits [U]: an estimate, never a bill (upstream-contract.md, "What a clip costs").
 * The gateway's own price is unknown, so the table and the price of a credit are data to be replaced.
 */
export type PriceTable = {
  /** Credits by resolution, then by seconds. */
  credits: Record<string, Record<number, number>>
  /** Factor on the 5 s price for `motionMode: fast`. */
  fastFactor: number
  audio: number
  multiClip: number
  /** Credits per started 5 s of sound effect. */
  soundEffectPerFiveSeconds: number
  /** US dollars a credit. */
  usdPerCredit: number
}

export const DEFAULT_PRICES: PriceTable = {
  credits: {
    '360p': { 5: 45, 8: 90, 10: 99 },
    '540p': { 5: 45, 8: 90, 10: 99 },
    '720p': { 5: 60, 8: 120, 10: 132 },
    '1080p': { 5: 120, 8: 240 },
  },
  fastFactor: 2,
  audio: 10,
  multiClip: 30,
  soundEffectPerFiveSeconds: 10,
  usdPerCredit: 0.01,
}

export type Estimate = { credits: number; usd: number }

/** What one clip is likely to cost, or null where the table has no price for it. */
export function estimateCost(
  task: { model: string; params: TaskParams },
  prices: PriceTable = DEFAULT_PRICES,
): Estimate | null {
  const { params } = task
  const base = prices.credits[params.resolution]?.[params.duration]
  if (base === undefined || !findModel(task.model)) return null
  let credits = params.motionMode === 'fast' ? base * prices.fastFactor : base
  if (params.generateAudioSwitch) credits += prices.audio
  if (params.generateMultiClipSwitch) credits += prices.multiClip
  if (params.soundEffectSwitch)
    credits += prices.soundEffectPerFiveSeconds * Math.ceil(params.duration / 5)
  return { credits, usd: Math.round(credits * prices.usdPerCredit * 100) / 100 }
}
