import { NO_STORED_KEY, setStoredKey, type StoredKey } from '../env'
import { studioSecret } from '../secret'
import { unseal } from './seal'
import { findSecret, type SecretName } from './settings-store'

export const GATEWAY_KEY: SecretName = 'gateway-key'

/** Reads the key that was typed in and lets `env()` answer with it. Every program does this before it needs a gateway. */
export async function loadKey(): Promise<void> {
  setStoredKey(await readKey())
}

async function readKey(): Promise<StoredKey> {
  const stored = await findSecret(GATEWAY_KEY)
  if (!stored) return NO_STORED_KEY
  const version = stored.sealed
  const key = unseal(stored.sealed, { secret: studioSecret(), purpose: GATEWAY_KEY })
  return key === null ? { state: 'unreadable', version } : { state: 'readable', version, key }
}
