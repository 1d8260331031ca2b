import { AppError } from '@/lib/shared/errors'
import type { StoredKeyOnWire } from '@/lib/shared/gateway-key'
import { isKeyForm, KEY_LENGTH } from '@/lib/shared/key-form'
import type { Person } from '../accounts/person'
import { env } from '../env'
import { studioSecret } from '../secret'
import { noteInAudit } from '../tasks/audit-trail'
import { resumeAfterNewKey } from '../tasks/queue-state'
import { tryKey } from '../upstream/try-key'
import { describeKey } from './describe-key'
import { loadKey } from './load-key'
import { GATEWAY_KEY } from './open-key'
import { seal } from './seal'
import { putSecret } from './settings-store'

/**
 * Keeps a key under seal and uses it from now on, once the gateway has not refused it. A gateway that does not answer keeps
 * no one from storing; the answer says so. What waited because of the old key goes on.
 * Throws AppError: invalid, key_in_environment, key_refused. Nothing is stored then.
 */
export async function storeKey(options: {
  person: Person
  typed: string
  now?: Date
}): Promise<StoredKeyOnWire> {
  const { person, typed, now = new Date() } = options
  if (env().gateway.keySource === 'environment') throw new AppError('key_in_environment')
  const key = typed.trim()
  if (!isKeyForm(key)) {
    const problem = { path: 'key', code: 'key_form', values: KEY_LENGTH } as const
    throw new AppError('invalid', 'no key', { fields: [problem] })
  }
  const verdict = await tryKey(key)
  if (verdict === 'refused') throw new AppError('key_refused')
  const sealed = seal(key, { secret: studioSecret(), purpose: GATEWAY_KEY })
  await putSecret(GATEWAY_KEY, { sealed, storedAt: now })
  await noteInAudit({ person, action: 'store_key', now })
  await loadKey()
  await resumeAfterNewKey()
  return { ...(await describeKey()), wasAccepted: verdict === 'accepted' }
}
