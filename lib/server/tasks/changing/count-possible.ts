import type { ChangeAction, ChangePreview } from '@/lib/shared/gallery/change'
import { taskParamsSchema } from '@/lib/shared/models/task-params'
import { estimateCost } from '@/lib/shared/pricing'
import { assertPicturesReachable } from '../../images/gateway-address'
import { currentPrices } from '../../prices/prices'
import { assertRoom } from '../../storage/disk-room'
import { countStanding, retrySettings } from './store/count'

/** To how many of these it can be done now, and what it is likely to cost. */
export async function countPossible(
  kind: ChangeAction['kind'],
  ids: readonly string[],
): Promise<Pick<ChangePreview, 'possible' | 'estimate'>> {
  if (kind === 'retry') return estimateRetries(ids)
  return { possible: await countStanding(kind, ids), estimate: null }
}

/** Throws AppError: picture_unreachable, disk_full. */
export async function assertMayRetry(): Promise<void> {
  assertPicturesReachable()
  await assertRoom()
}

async function estimateRetries(ids: readonly string[]) {
  const [settings, prices] = await Promise.all([retrySettings(ids), currentPrices()])
  const sum = { credits: 0, amount: 0, unpriced: 0 }
  let possible = 0
  for (const { model, params, count } of settings) {
    possible += count
    const cost = estimateCost({ model, params: taskParamsSchema.parse(JSON.parse(params)) }, prices)
    if (!cost) sum.unpriced += count
    sum.credits += (cost?.credits ?? 0) * count
    sum.amount += (cost?.amount ?? 0) * count
  }
  return { possible, estimate: { ...sum, currency: prices.currency } }
}
