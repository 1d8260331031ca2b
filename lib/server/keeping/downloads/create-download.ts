import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { AppError } from '@/lib/shared/errors'
import type { DownloadOnWire, Selection } from '@/lib/shared/gallery/change'
import { DOWNLOAD_MAX_CLIPS } from '@/lib/shared/gallery/keeping-limits'
import type { Person } from '../../accounts/person'
import { findIds } from '../changes/find-ids'
import { selectedIds, type SelectIds } from '../changes/selected-ids'
import { countSaved, keepSelection } from './store/downloads'

/** Keeps a selection for a day, to be fetched as one archive. Throws AppError invalid. */
export async function createDownload(options: {
  person: Person
  selection: Selection
  select?: SelectIds
  now?: Date
}): Promise<DownloadOnWire> {
  const { person, selection, select = findIds, now = new Date() } = options
  const ids = await selectedIds(person, selection, select)
  if (ids.length > DOWNLOAD_MAX_CLIPS) {
    const values = { max: DOWNLOAD_MAX_CLIPS }
    const problem = { path: 'selection', code: 'too_many', values } as const
    throw new AppError('invalid', 'too many for one archive', { fields: [problem] })
  }
  const id = uuidv7({ msecs: now.getTime() })
  await keepSelection(
    {
      id,
      owner: person.id,
      key: `download:${randomUUID()}`,
      bodyHash: '',
      action: '{"kind":"download"}',
      selection: JSON.stringify(selection),
      undoes: null,
      total: ids.length,
      createdAt: now,
    },
    ids,
  )
  const { count, bytes } = await countSaved(ids)
  return { url: `/media/selection/${id}.zip`, count, bytes }
}
