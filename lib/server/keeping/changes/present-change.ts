import * as z from 'zod/mini'
import { CHANGE_STATES, type ChangeOnWire } from '@/lib/shared/gallery/change'
import { FINAL_KINDS } from '@/lib/shared/gallery/keeping-limits'
import { readAction } from './read-action'
import type { ChangeRow } from './store/changes'

const stateSchema = z.enum(CHANGE_STATES)

export function presentChange(row: ChangeRow): ChangeOnWire {
  const action = readAction(row.action)
  const { id, total, done, skipped, undoes } = row
  const canUndo =
    !FINAL_KINDS.includes(action.kind) &&
    undoes === null &&
    row.isUndone === 0 &&
    done > 0 &&
    row.state !== 'running'
  return {
    id,
    kind: action.kind,
    state: stateSchema.parse(row.state),
    total,
    done,
    skipped,
    canUndo,
    undoes,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
