import { AppError } from '@/lib/shared/errors'
import { readPrices, type PricesOnWire } from '@/lib/shared/price-schema'
import { DEFAULT_PRICES, type PriceTable } from '@/lib/shared/pricing'
import { createLog } from '../log'
import { dropStoredPrices, findStoredPrices, putStoredPrices } from './price-store'

const log = createLog('prices')

/** What estimates are made with: the owner's table, else the default. */
export async function currentPrices(): Promise<PriceTable> {
  return (await describePrices()).prices
}

export async function describePrices(): Promise<PricesOnWire> {
  const stored = await findStoredPrices()
  if (stored === null) return { prices: DEFAULT_PRICES, isDefault: true }
  const read = readPrices(JSON.parse(stored))
  if (read.ok) return { prices: read.prices, isDefault: false }
  // Written by another version. No task waits for it: an estimate is no bill.
  log.warn({ problems: read.problems }, 'the stored prices cannot be read')
  return { prices: DEFAULT_PRICES, isDefault: true }
}

/** From now on estimates are made with this table; those of tasks that there are stay. Throws AppError invalid. */
export async function storePrices(input: unknown, now = new Date()): Promise<PricesOnWire> {
  const read = readPrices(input)
  if (!read.ok) throw new AppError('invalid', 'no price table', { fields: read.problems })
  await putStoredPrices(JSON.stringify(read.prices), now)
  return { prices: read.prices, isDefault: false }
}

/** Back to the default. */
export async function dropPrices(): Promise<PricesOnWire> {
  await dropStoredPrices()
  return { prices: DEFAULT_PRICES, isDefault: true }
}
