import { v7 as uuidv7 } from 'uuid'
import { AppError } from '@/lib/shared/errors'
import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import type { Person } from '../../accounts/person'
import { undoOf } from './acts'
import { advance } from './advance-change'
import { getChange } from './read-changes'
import { readAction } from './read-action'
import { beginUndo, findChangeByKey, stopChange, type ChangeRow } from './store/changes'

/**
 * Takes a change back, where what it made still stands, as a change of its own; one that runs is stopped first. Once: asked
 * again it answers the same. Throws AppError: not_found, conflict where no way leads back.
 */
export async function undoChange(options: {
  person: Person
  id: string
  now?: Date
}): Promise<ChangeRow> {
  const { person, id, now = new Date() } = options
  const key = `undo:${id}`
  const before = await findChangeByKey(person.id, key)
  if (before && before.state !== 'preparing') return before
  await stopChange(person.id, id, now)
  const change = await getChange({ person, id })
  if (change.undoes !== null || !undoOf(readAction(change.action))) throw new AppError('conflict')
  const row = {
    id: uuidv7({ msecs: now.getTime() }),
    owner: person.id,
    key,
    bodyHash: id,
    action: change.action,
    selection: change.selection,
    undoes: id,
    total: change.done,
    createdAt: now,
  }
  const isBegun = await beginUndo(row)
  if (isBegun && change.done <= CHANGED_AT_ONCE) await advance(row, now)
  const undone = await findChangeByKey(person.id, key)
  if (!undone || undone.state === 'preparing') throw new AppError('busy')
  return undone
}
