import type { KeyOnWire } from '@/lib/shared/gateway-key'
import type { Person } from '../accounts/person'
import { noteInAudit } from '../tasks/audit-trail'
import { describeKey } from './describe-key'
import { loadKey } from './load-key'
import { GATEWAY_KEY } from './open-key'
import { dropSecret } from './settings-store'

/** Forgets the stored key. What is under way at its gateway waits until there is one again. */
export async function removeKey(person: Person, now = new Date()): Promise<KeyOnWire> {
  if (await dropSecret(GATEWAY_KEY)) await noteInAudit({ person, action: 'remove_key', now })
  await loadKey()
  return describeKey()
}
