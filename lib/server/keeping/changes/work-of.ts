import * as z from 'zod'
import { AppError } from '@/lib/shared/errors'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import type { Before, BeforeValue } from '../../tasks/changing/change-rows'
import { prepareAct, undoOf } from './acts'
import type { Work } from './store/parts'

const beforeSchema: z.ZodType<BeforeValue> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.array(z.string())]),
)

/** What a change, or the taking back of one, does to a part that begins with these. */
export async function workOf(options: {
  action: ChangeAction
  isUndo: boolean
  ids: readonly string[]
  now: Date
}): Promise<Work> {
  const { action, isUndo, ids, now } = options
  if (isUndo) return undoWork(action, now)
  const act = await prepareAct(action, ids)
  return async ({ run, items, owner }) => {
    const changed = await act({ run, owner, now, ids: items.map(({ taskId }) => taskId) })
    return new Map([...changed].map(([id, before]) => [id, JSON.stringify(before)]))
  }
}

function undoWork(action: ChangeAction, now: Date): Work {
  const undo = undoOf(action)
  if (!undo) throw new AppError('conflict', 'no way leads back from this')
  return async ({ run, items, owner }) => {
    const before: Before = new Map(
      items.flatMap(({ taskId, before: stored }) =>
        // Emptied out of the trash since: what it was called is forgotten.
        stored === null ? [] : [[taskId, beforeSchema.parse(JSON.parse(stored))]],
      ),
    )
    const ids = await undo({ run, owner, now, before })
    return new Map(ids.map((id) => [id, null]))
  }
}
