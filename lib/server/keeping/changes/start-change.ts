import { v7 as uuidv7 } from 'uuid'
import { AppError } from '@/lib/shared/errors'
import type { ChangeAction, NewChange } from '@/lib/shared/gallery/change'
import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import type { Person } from '../../accounts/person'
import { isUniqueViolation } from '../../db/driver-error'
import { bodyHash } from '../../tasks/body-hash'
import { assertMayRetry, countPossible } from '../../tasks/changing/count-possible'
import { assertKeptByHand } from '../collections/assert-kept-by-hand'
import { getChange } from './read-changes'
import { readAction } from './read-new-change'
import { findIds } from './find-ids'
import { selectedIds, type SelectIds } from './selected-ids'
import { beginChange, findChangeByKey, type ChangeRow } from './store/changes'
import { doAtOnce } from './store/parts'
import { workOf } from './work-of'

/** An unfinished one whose request is gone is begun anew; before that, the request may be at it still. */
const BEING_WRITTEN_MS = 60_000

type Options = { person: Person; key: string; body: NewChange; select?: SelectIds; now?: Date }

/**
 * Does a change, or lets the worker do it where it is to many; once per key. What it is done to is settled here.
 * Throws AppError: invalid, not_found, conflict, idempotency_mismatch, picture_unreachable, disk_full.
 */
export async function startChange(options: Options): Promise<ChangeRow> {
  const { person, key, body, now = new Date() } = options
  const action = readAction(body.action)
  const hash = bodyHash({ selection: body.selection, action })
  const before = await findBound({ person, key, hash, now })
  if (before) return before
  if (action.kind === 'collect') await assertKeptByHand(person, action.collectionId)
  const ids = await selectedIds(person, body.selection, options.select ?? findIds)
  await assertConfirmed(action, ids)
  const row = {
    id: uuidv7({ msecs: now.getTime() }),
    owner: person.id,
    key,
    bodyHash: hash,
    action: JSON.stringify(action),
    selection: JSON.stringify(body.selection),
    undoes: null,
    total: ids.length,
    createdAt: now,
  }
  const isTaken = !(await (isDoneAtOnce(action, ids) ? atOnce : beginChange)(row, ids))
  const bound = isTaken ? await findBound({ person, key, hash, now }) : null
  return bound ?? getChange({ person, id: row.id })

  async function atOnce(): Promise<boolean> {
    const work = await workOf({ action, isUndo: false, ids, now })
    try {
      await doAtOnce({ row, ids, now, work })
      return true
    } catch (error) {
      if (isUniqueViolation(error)) return false
      throw error
    }
  }
}

/** Files of what is purged are removed by the worker, which has to hear of it. */
function isDoneAtOnce(action: ChangeAction, ids: readonly string[]): boolean {
  return ids.length <= CHANGED_AT_ONCE && action.kind !== 'purge'
}

/** What costs money, and what no way leads back from, is done to no more than the person was told. */
async function assertConfirmed(action: ChangeAction, ids: readonly string[]): Promise<void> {
  if (action.kind !== 'retry' && action.kind !== 'purge') return
  const { possible } = await countPossible(action.kind, ids)
  if (possible > action.confirmed) throw new AppError('conflict', 'more than was confirmed')
  if (action.kind === 'retry' && possible > 0) await assertMayRetry()
}

async function findBound(options: {
  person: Person
  key: string
  hash: string
  now: Date
}): Promise<ChangeRow | null> {
  const { person, key, hash, now } = options
  const bound = await findChangeByKey(person.id, key)
  if (!bound) return null
  if (bound.bodyHash !== hash) throw new AppError('idempotency_mismatch')
  if (bound.state !== 'preparing') return bound
  if (now.getTime() - bound.createdAt.getTime() >= BEING_WRITTEN_MS) return null
  throw new AppError('busy', 'this change is being written', { retryAfterSeconds: 2 })
}
