import type { Finding } from '@/lib/shared/findings'
import type { Contract } from '../../upstream/contract'
import { isAlike, type Asked, type GatewayProbe } from '../../upstream/probe'
import { isHtml } from '../../upstream/verdict'
import { finding } from '../finding'

/**
 * Whether the gateway takes the key. Taken for accepted only where a key that nobody has is answered otherwise: a route may
 * as well not look at it.
 */
export function checkAccepted(probe: GatewayProbe | null, contract: Contract): Finding {
  if (!probe) return finding('accepted', 'not_asked')
  const { forms, nowhere, found, strange } = probe
  const asked = found ? [found] : [...forms, nowhere]
  if (asked.every(({ outcome }) => outcome.kind !== 'answer')) {
    return finding('accepted', 'not_asked')
  }
  if (asked.some(refuses)) return finding('accepted', 'refused')
  if (asked.some((one) => hasNoBalance(one, contract))) return finding('accepted', 'no_balance')
  if (asked.some((one) => hasStatus(one, 429))) return finding('accepted', 'busy')
  if (asked.some(isBarred)) return finding('accepted', 'barred')
  const isTold = found && strange && !isAlike(found, strange)
  return finding('accepted', isTold ? 'accepted' : 'not_told')
}

function refuses({ verdict }: Asked): boolean {
  return verdict.kind === 'pause' && verdict.reason === 'key_refused'
}

function hasNoBalance(one: Asked, { noBalanceCodes }: Contract): boolean {
  const codes = one.envelope?.codes ?? []
  return hasStatus(one, 402) || codes.some((code) => noBalanceCodes.includes(code))
}

/** A page that forbids comes from something in front of the gateway. */
function isBarred(one: Asked): boolean {
  const isForbidden = hasStatus(one, 401) || hasStatus(one, 403)
  return isForbidden && one.outcome.kind === 'answer' && isHtml(one.outcome)
}

function hasStatus({ outcome }: Asked, status: number): boolean {
  return outcome.kind === 'answer' && outcome.status === status
}
