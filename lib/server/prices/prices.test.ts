import { afterEach, beforeEach, expect, it } from 'vitest'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { testDatabase } from '../db/test-database'
import { putStoredPrices } from './price-store'
import { currentPrices, describePrices, dropPrices, storePrices } from './prices'

let remove: () => Promise<void>
beforeEach(async () => {
  remove = (await testDatabase()).remove
})
afterEach(() => remove())

const now = new Date('2026-02-01T00:00:00Z')
const DEARER = { ...DEFAULT_PRICES, audio: 25, creditPrice: 0.02 }
const standard = { prices: DEFAULT_PRICES, isDefault: true }

it('is the default until somebody sets another, and again when that is dropped', async () => {
  expect(await describePrices()).toEqual(standard)
  await storePrices(DEFAULT_PRICES, now)
  await storePrices(DEARER, now)
  expect(await describePrices()).toEqual({ prices: DEARER, isDefault: false })
  expect(await dropPrices()).toEqual(standard)
  expect(await dropPrices()).toEqual(standard)
  expect(await currentPrices()).toEqual(DEFAULT_PRICES)
})

it('refuses a table that is none, and keeps the one before', async () => {
  await storePrices(DEARER, now)
  await expect(storePrices({ ...DEARER, audio: -1 }, now)).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'audio', code: 'price_form' }],
  })
  expect(await currentPrices()).toEqual(DEARER)
})

it('falls back to the default where the stored table is of another version', async () => {
  await putStoredPrices('{"perMinute": 3}', now)
  expect(await describePrices()).toEqual(standard)
})
