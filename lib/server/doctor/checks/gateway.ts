import type { Finding } from '@/lib/shared/findings'
import type { GatewayProbe } from '../../upstream/probe'
import { isHtml } from '../../upstream/verdict'
import { judgeCause } from '../cause'
import { finding } from '../finding'

/** Whether the gateway answers from here, and with its own JSON. Null: the key may not be sent to such an address. */
export function checkGateway(baseUrl: string, probe: GatewayProbe | null): Finding {
  const { host } = new URL(baseUrl)
  if (!probe) return finding('gateway', 'plain_http', { host })
  const all = [...probe.forms, probe.nowhere]
  if (all.some(({ envelope }) => envelope)) return finding('gateway', 'answers', { host })
  const outcomes = all.map(({ outcome }) => outcome)
  const answer = outcomes.find((outcome) => outcome.kind === 'answer')
  if (!answer) {
    const [first] = outcomes.flatMap((outcome) => ('cause' in outcome ? [outcome.cause] : []))
    const code = first ?? ''
    return finding('gateway', judgeCause(code), { host, code })
  }
  const { status } = answer
  if (status >= 500) return finding('gateway', 'unwell', { host, status })
  if (status >= 300 && status < 400) return finding('gateway', 'redirects', { host, status })
  // The gateway's own "not found" may be a page as well.
  const isMissing = status === 404 || status === 405
  if (isHtml(answer) && !isMissing) return finding('gateway', 'a_page', { host, status })
  return finding('gateway', 'no_json', { host, status })
}
