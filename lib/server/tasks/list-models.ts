import type { Locale } from '@/lib/shared/locale'
import type { ModelsOnWire } from '@/lib/shared/models-on-wire'
import { DEFAULT_PRICES } from '@/lib/shared/pricing'
import { env } from '../env'
import { describeModels } from './describe-models'

/** The catalogue under this studio's rules, with its prices. */
export function listModels(locale: Locale): ModelsOnWire {
  return describeModels({ rules: env().gateway.rules, locale, prices: DEFAULT_PRICES })
}
