import type { Finding } from '@/lib/shared/findings'
import { isHit, type GatewayProbe } from '../../upstream/probe'
import { finding } from '../finding'

/** Which form of the question for a result the gateway answers. */
export function checkQuery(probe: GatewayProbe | null, configuredPath: string | null): Finding {
  if (!probe || probe.forms.every(({ outcome }) => outcome.kind !== 'answer')) {
    return finding('query', 'not_asked')
  }
  if (probe.found) return finding('query', 'found', { path: probe.found.path })
  if (probe.forms.some(isHit)) return finding('query', 'alike')
  if (configuredPath) return finding('query', 'configured_missing', { path: configuredPath })
  return finding('query', 'none_found', { count: probe.forms.length })
}
