import type { KeyOnWire } from '@/lib/shared/gateway-key'
import { describeKey } from './describe-key'
import { loadKey } from './load-key'
import { GATEWAY_KEY } from './open-key'
import { dropSecret } from './settings-store'

/** Forgets the stored key. What is under way at its gateway waits until there is one again. */
export async function removeKey(): Promise<KeyOnWire> {
  await dropSecret(GATEWAY_KEY)
  await loadKey()
  return describeKey()
}
