import type { Locale } from '@/lib/shared/locale'
import type { ModelsOnWire } from '@/lib/shared/models-on-wire'
import { env } from '../../env'
import { currentPrices } from '../../prices/prices'
import { describeModels } from './describe-models'

/** The catalogue under this studio's rules, with its prices. */
export async function listModels(locale: Locale): Promise<ModelsOnWire> {
  return describeModels({ rules: env().gateway.rules, locale, prices: await currentPrices() })
}
