import type { Selection } from '@/lib/shared/gallery/change'
import { SELECTION_MAX_IDS } from '@/lib/shared/gallery/keeping-limits'

/** What is selected: clips by id, or all that a query finds but for some. Plain values; selection.ts holds the one of this page. */
export type Selected =
  | { kind: 'ids'; ids: ReadonlySet<string> }
  | {
      kind: 'all'
      /** The query as it stands in the address. */
      search: string
      total: number
      /** What came after it was not seen, so not meant. */
      youngest: string | null
      except: ReadonlySet<string>
    }

export const NOTHING_SELECTED: Selected = { kind: 'ids', ids: new Set() }

export function countSelected(selected: Selected): number {
  if (selected.kind === 'ids') return selected.ids.size
  return Math.max(0, selected.total - selected.except.size)
}

export function isInSelection(selected: Selected, id: string): boolean {
  if (selected.kind === 'ids') return selected.ids.has(id)
  return !selected.except.has(id) && (selected.youngest === null || id <= selected.youngest)
}

/** With these in it or out of it. No more than can be sent by id: what is beyond is left out. */
export function withIds(selected: Selected, ids: Iterable<string>, isIn: boolean): Selected {
  const isListed = selected.kind === 'ids' ? isIn : !isIn
  const listed = new Set(selected.kind === 'ids' ? selected.ids : selected.except)
  for (const id of ids) {
    if (!isListed) listed.delete(id)
    else if (listed.size < SELECTION_MAX_IDS) listed.add(id)
  }
  return selected.kind === 'ids' ? { kind: 'ids', ids: listed } : { ...selected, except: listed }
}

/** As the server takes it; null where nothing is selected. */
export function selectionOf(selected: Selected): Selection | null {
  if (countSelected(selected) === 0) return null
  if (selected.kind === 'ids') return { ids: [...selected.ids] }
  const { search, youngest, except } = selected
  return { query: search, youngest, except: [...except] }
}
