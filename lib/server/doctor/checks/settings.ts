import type { Finding } from '@/lib/shared/findings'
import { isLoopback } from '../../accounts/access'
import { contractOf } from '../../upstream/contract'
import { finding } from '../finding'
import type { Subject } from '../subject'

/** Whether the settings, and the file of assumptions that they may name, can be read. */
export function checkSettings({ settings, complaint, strayNames }: Subject): Finding {
  if (!settings) return finding('settings', 'unusable', { complaint: complaint ?? '' })
  try {
    contractOf(settings)
  } catch {
    return finding('settings', 'contract', { file: settings.contractFile ?? '' })
  }
  if (!isLoopback(settings.host)) return finding('settings', 'host', { host: settings.host })
  if (strayNames.length === 0) return finding('settings', 'usable')
  return finding('settings', 'stray', { names: strayNames.join(', ') })
}
