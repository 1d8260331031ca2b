import type { ChangePreview, NewChange } from '@/lib/shared/gallery/change'
import type { Person } from '../../accounts/person'
import { countPossible } from '../../tasks/changing/count-possible'
import { selectedIds, type SelectIds } from './selected-ids'

/** What a change would do, for whoever is to confirm it. */
export async function previewChange(options: {
  person: Person
  body: NewChange
  select?: SelectIds
}): Promise<ChangePreview> {
  const { person, body } = options
  const ids = await selectedIds(person, body.selection, options.select ?? findIds)
  const { possible, estimate } = await countPossible(body.action.kind, ids)
  return { total: ids.length, possible, estimate }
}
