import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowLeftToLine from 'lucide-react/icons/arrow-left-to-line'
import ArrowRight from 'lucide-react/icons/arrow-right'
import FolderMinus from 'lucide-react/icons/folder-minus'
import Picture from 'lucide-react/icons/image'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { idAt, indexOf, useSelection } from '@/lib/client/gallery/selection'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { ToolButton } from './tool-button'
import { useArrange } from './use-arrange'
import { useDoChange } from './use-do-change'

const ICON = 'size-4.5'

/** In a collection that is kept by hand: out of it, and of a single clip its cover and its place. */
export function CollectionTools({ id, isOrdered }: { id: string; isOrdered: boolean }) {
  const t = useTranslations('selecting')
  const collections = useQuery(keepingQueries.collections())
  const collection = collections.data?.find((each) => each.id === id)
  const { selected, count } = useSelection()
  const { act } = useDoChange()
  const [only] = selected.kind === 'ids' && count === 1 ? selected.ids : []
  if (!collection || collection.query !== null) return null
  return (
    <>
      <ToolButton
        label={t('uncollect', { name: collection.name })}
        onClick={() => void act({ kind: 'uncollect', collectionId: id })}
      >
        <FolderMinus aria-hidden className={ICON} />
      </ToolButton>
      {only !== undefined && <CoverTool id={id} taskId={only} before={collection.coverTaskId} />}
      {only !== undefined && isOrdered && <OrderTools id={id} taskId={only} />}
    </>
  )
}

type One = { id: string; taskId: string }

function CoverTool({ id, taskId, before }: One & { before: string | null }) {
  const t = useTranslations('selecting')
  const arrange = useArrange(id)
  const cover = (coverTaskId: string | null) => ({ coverTaskId })
  return (
    <ToolButton
      label={t('cover')}
      onClick={() => void arrange(t('coverSet'), cover(taskId), cover(before))}
    >
      <Picture aria-hidden className={ICON} />
    </ToolButton>
  )
}

function OrderTools({ id, taskId }: One) {
  const t = useTranslations('selecting')
  const arrange = useArrange(id)
  const index = indexOf(taskId)
  const move = (before: string | null) => {
    const to = { move: { taskId, before } }
    if (index === null) return void arrange(t('moved'), to)
    const back = { move: { taskId, before: idAt(index + 1) ?? null } }
    void arrange(t('moved'), to, back)
  }
  const first = () => {
    const before = idAt(0)
    if (before !== undefined && before !== taskId) move(before)
  }
  const earlier = () => {
    const before = index === null || index === 0 ? undefined : idAt(index - 1)
    if (before !== undefined) move(before)
  }
  const later = () => {
    if (index === null || idAt(index + 1) === undefined) return
    move(idAt(index + 2) ?? null)
  }
  useShortcut('selection.earlier', earlier)
  useShortcut('selection.later', later)
  return (
    <>
      <ToolButton label={t('first')} onClick={first}>
        <ArrowLeftToLine aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton label={t('earlier')} keys="[" onClick={earlier}>
        <ArrowLeft aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton label={t('later')} keys="]" onClick={later}>
        <ArrowRight aria-hidden className={ICON} />
      </ToolButton>
    </>
  )
}
