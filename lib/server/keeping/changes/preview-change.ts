import type { ChangeAction, ChangePreview, Selection } from '@/lib/shared/gallery/change'
import type { Person } from '../../accounts/person'
import { countPossible } from '../../tasks/changing/count-possible'
import { findIds } from './find-ids'
import { selectedIds, type SelectIds } from './selected-ids'

/** What a change would do, for whoever is to confirm it. */
export async function previewChange(options: {
  person: Person
  selection: Selection
  kind: ChangeAction['kind']
  select?: SelectIds
}): Promise<ChangePreview> {
  const { person, selection, kind } = options
  const ids = await selectedIds(person, selection, options.select ?? findIds)
  const { possible, estimate } = await countPossible(kind, ids)
  return { total: ids.length, possible, estimate }
}
