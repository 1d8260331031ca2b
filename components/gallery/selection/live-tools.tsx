import Download from 'lucide-react/icons/download'
import FolderPlus from 'lucide-react/icons/folder-plus'
import Heart from 'lucide-react/icons/heart'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Tag from 'lucide-react/icons/tag'
import Trash from 'lucide-react/icons/trash-2'
import { useTranslations } from 'next-intl'
import { useSelection } from '@/lib/client/gallery/selection'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { CHANGED_AT_ONCE } from '@/lib/shared/gallery/keeping-limits'
import { Stars } from '../../keeping/stars'
import type { DialogKind } from './selection-dialog'
import { ToolButton } from './tool-button'
import { useDoChange } from './use-do-change'
import { useDownload } from './use-download'
import { useSelectedTasks } from './use-selected-tasks'

const ICON = 'size-4.5'

/** What can be done with clips that are not in the trash. */
export function LiveTools({ openDialog }: { openDialog: (kind: DialogKind) => void }) {
  const t = useTranslations('selecting')
  const { count } = useSelection()
  const { act, isPending } = useDoChange()
  const download = useDownload()
  const { rating, isFavorite } = useCommon()
  const rate = (next: number | null) => void act({ kind: 'rate', rating: next })
  const favor = () => void act({ kind: 'favorite', isFavorite: isFavorite !== true })
  const remove = () => {
    if (count > CHANGED_AT_ONCE) openDialog('delete')
    else void act({ kind: 'delete' })
  }
  useShortcut('selection.favorite', favor)
  useShortcut('selection.rate', ({ key }) => rate(Number(key)))
  useShortcut('selection.unrate', () => rate(null))
  useShortcut('selection.tag', () => openDialog('tag'))
  useShortcut('selection.collect', () => openDialog('collect'))
  useShortcut('selection.download', () => download.start())
  useShortcut('selection.retry', () => openDialog('retry'))
  useShortcut('selection.delete', remove)
  return (
    <>
      <Stars rating={rating} onChange={rate} />
      <ToolButton label={t('favorite')} keys="F" isPressed={isFavorite} onClick={favor}>
        <Heart aria-hidden className={`${ICON} ${isFavorite === true ? 'fill-current' : ''}`} />
      </ToolButton>
      <ToolButton label={t('tag')} keys="T" onClick={() => openDialog('tag')}>
        <Tag aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton label={t('collect')} keys="C" onClick={() => openDialog('collect')}>
        <FolderPlus aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton
        label={t('download')}
        keys="D"
        disabled={download.isPending}
        onClick={download.start}
      >
        <Download aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton label={t('retry')} keys="R" onClick={() => openDialog('retry')}>
        <RotateCcw aria-hidden className={ICON} />
      </ToolButton>
      <ToolButton label={t('delete')} keys="Delete" disabled={isPending} onClick={remove}>
        <Trash aria-hidden className={ICON} />
      </ToolButton>
    </>
  )
}

/** What all that are selected have in common, as far as that is known. */
function useCommon(): { rating: number | null; isFavorite: boolean | 'mixed' } {
  const { tasks, isWhole } = useSelectedTasks()
  const [first] = tasks
  if (!first || !isWhole) return { rating: null, isFavorite: 'mixed' }
  const hearts = tasks.filter(({ isFavorite }) => isFavorite).length
  return {
    rating: tasks.every(({ rating }) => rating === first.rating) ? first.rating : null,
    isFavorite: hearts === tasks.length ? true : hearts === 0 ? false : 'mixed',
  }
}
