import type { Finding } from '@/lib/shared/findings'
import type { GatewayProbe } from '../../upstream/probe'
import { finding } from '../finding'

/** More than this, in seconds, and times from the gateway (when a link dies) are misread. */
const TOLERANCE_SECONDS = 60

/** This machine's clock against the one of whoever answers for the gateway, at the middle of the exchange. */
export function checkClock(probe: GatewayProbe | null): Finding {
  for (const { outcome, sentAt, endedAt } of probe ? [...probe.forms, probe.nowhere] : []) {
    const theirs = outcome.kind === 'answer' ? Date.parse(outcome.headers.date ?? '') : NaN
    if (Number.isNaN(theirs)) continue
    // The header names the second that has begun: on average half of it is over.
    const seconds = Math.round(((sentAt + endedAt) / 2 - (theirs + 500)) / 1000)
    const isOff = Math.abs(seconds) > TOLERANCE_SECONDS
    const params = { seconds: Math.abs(seconds), direction: seconds < 0 ? 'slow' : 'fast' }
    return finding('clock', isOff ? 'off' : 'right', params)
  }
  return finding('clock', 'not_told')
}
