import {
  ANY_FINDING,
  FINDINGS,
  type CheckName,
  type Finding,
  type FindingParams,
  type Reason,
  type Verdict,
} from '@/lib/shared/findings'

/** A finding; what it means for the studio is the table's to say. */
export function finding<Name extends CheckName>(
  check: Name,
  reason: Reason<Name>,
  params: FindingParams = {},
): Finding {
  const verdicts: Record<string, Verdict> = { ...ANY_FINDING, ...FINDINGS[check] }
  return { check, verdict: verdicts[String(reason)] ?? 'bad', reason: String(reason), params }
}
