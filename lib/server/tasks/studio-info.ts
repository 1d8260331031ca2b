import type { RuleSet } from '@/lib/shared/models/catalogue'
import { env } from '../env'
import { picturesReachable } from '../images/gateway-address'

/** What a page must know of the settings; never more than that. */
export function studioInfo(): {
  isSimulator: boolean
  rules: RuleSet
  uploadMaxBytes: number
  picturesReachable: boolean
} {
  const { gateway, uploadMaxBytes } = env()
  return {
    isSimulator: gateway.isSimulator,
    rules: gateway.rules,
    uploadMaxBytes,
    picturesReachable: picturesReachable(),
  }
}
