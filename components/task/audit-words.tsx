import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AuditEntryOnWire } from '@/lib/shared/audit'
// Not with the schemas: pages come without them.
import { AUDIT_ACTIONS } from '@/lib/shared/audit-actions'
import { PAUSE_REASONS } from '@/lib/shared/errors'
import { TEXT_BUTTON } from '../ui/text-button'

/** What was done, in words; an action of another version of the studio stands for itself. */
export function AuditWords({ entry }: { entry: AuditEntryOnWire }) {
  const t = useTranslations('audit')
  const { detail } = entry
  const action = AUDIT_ACTIONS.find((known) => known === entry.action)
  if (!action) return <code>{entry.action}</code>
  const { upstreamTaskId = '', attempt = 1, to } = detail
  const words = t(`actions.${action}`, { upstreamTaskId, attempt })
  const reason = PAUSE_REASONS.find((known) => known === detail.reason)
  if (to) {
    return (
      <Link
        href={`/tasks/${encodeURIComponent(to)}`}
        className={`${TEXT_BUTTON} text-text underline`}
      >
        {words}
      </Link>
    )
  }
  return reason && t.has(`reasons.${reason}`) ? `${words}: ${t(`reasons.${reason}`)}` : words
}
