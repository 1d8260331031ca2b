import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { PriceTable } from '@/lib/shared/pricing'

/** What the form must know of this studio. */
export type StudioFacts = {
  rules: RuleSet
  uploadMaxBytes: number
  isSimulator: boolean
  prices: PriceTable
}
