import { NO_STORED_KEY, type StoredKey } from '../env'
import { studioSecret } from '../secret'
import { unseal } from './seal'

/** What the gateway's key is stored under, and sealed for. */
export const GATEWAY_KEY = 'gateway-key'

/** Opens what is stored of the key; null where nothing is. */
export function openKey(sealed: string | null): StoredKey {
  if (sealed === null) return NO_STORED_KEY
  const key = unseal(sealed, { secret: studioSecret(), purpose: GATEWAY_KEY })
  const version = sealed
  return key === null ? { state: 'unreadable', version } : { state: 'readable', version, key }
}
