import type { KeyOnWire } from '@/lib/shared/gateway-key'
import { env } from '../env'
import { GATEWAY_KEY } from './open-key'
import { findSecret } from './settings-store'

/** Where the key comes from and since when one is stored; nothing of the key itself. */
export async function describeKey(): Promise<KeyOnWire> {
  const stored = await findSecret(GATEWAY_KEY)
  return {
    source: env().gateway.keySource,
    storedAt: stored?.storedAt.toISOString() ?? null,
    gateway: new URL(env().gateway.chargingUrl).host,
  }
}
