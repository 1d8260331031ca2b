import { useSelection } from '@/lib/client/gallery/selection'
import { CollectDialog } from './collect-dialog'
import { ConfirmDialog } from './confirm-dialog'
import { TagDialog } from './tag-dialog'

export type DialogKind = 'tag' | 'collect' | 'retry' | 'delete' | 'purge'

/** What is asked before something is done to what is selected. */
export function SelectionDialog(props: { kind: DialogKind; search: string; onClose: () => void }) {
  const { kind, search, onClose } = props
  const { selection } = useSelection()
  if (kind === 'tag') return <TagDialog search={search} onClose={onClose} />
  if (kind === 'collect') return <CollectDialog onClose={onClose} />
  return selection && <ConfirmDialog kind={kind} selection={selection} onClose={onClose} />
}
