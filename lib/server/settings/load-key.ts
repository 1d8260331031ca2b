import { setStoredKey } from '../env'
import { GATEWAY_KEY, openKey } from './open-key'
import { findSecret } from './settings-store'

/** Reads the key that was typed in and lets `env()` answer with it. Every program does this before it needs a gateway. */
export async function loadKey(): Promise<void> {
  const stored = await findSecret(GATEWAY_KEY)
  setStoredKey(openKey(stored?.sealed ?? null))
}
