import { useQueryClient } from '@tanstack/react-query'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import {
  clear,
  idAt,
  isSelecting,
  selectAll,
  toggle,
  useIsSelecting,
} from '@/lib/client/gallery/selection'
import { useIsNear } from '@/lib/client/gallery/use-is-near'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { useLate } from '@/lib/client/use-late'
import { SelectingWords, useLoadSelecting } from '../../keeping/selecting-words'

const loadBar = () => import('./selection-bar')

/** What selects by keyboard, and below the clips what can be done with them. The bar comes when a clip is near to be selected. */
export function SelectionHost({ search }: { search: string }) {
  const isWanted = useIsSelecting()
  // A key pressed right after the first clip is selected finds the bar there.
  const isSoon = useIsNear() || isWanted
  const late = useLate(loadBar, isSoon)
  const words = useLoadSelecting(isSoon)
  useSelectionKeys(search)
  if (!isWanted || !late || !words) return null
  return (
    <SelectingWords words={words}>
      <late.SelectionBar search={search} />
    </SelectingWords>
  )
}

function useSelectionKeys(search: string): void {
  const client = useQueryClient()
  useShortcut('selection.toggle', () => {
    const index = lookedAtIndex()
    const id = index === null ? undefined : idAt(index)
    if (index === null || id === undefined) return false
    toggle(id, index)
  })
  useShortcut('selection.all', () => {
    client.ensureQueryData(galleryQueries.shape(search)).then(
      ({ total, youngest }) => selectAll(search, total, youngest),
      () => undefined, // what shows the clips says why
    )
  })
  useShortcut('selection.clear', () => {
    if (!isSelecting()) return false
    clear()
  })
}

/** The card that has the focus, else the one under the pointer. */
function lookedAtIndex(): number | null {
  const focused = document.activeElement?.closest('li[data-index]')
  const card = focused ?? document.querySelector('li[data-index]:hover')
  return card instanceof HTMLElement ? Number(card.dataset.index) : null
}
