import { CHANGE_KINDS, type ChangeKind } from '@/lib/shared/gallery/keeping-limits'

/** A kind of another version of the studio is told of as a change. */
export function readKind(kind: string): ChangeKind | 'other' {
  return CHANGE_KINDS.find((known) => known === kind) ?? 'other'
}
