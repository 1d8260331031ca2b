import { useTranslations } from 'next-intl'
import { useUndoChange } from '@/lib/client/keeping-mutations'
import { addToast } from '@/lib/client/toasts'
import type { ChangeOnWire } from '@/lib/shared/gallery/change'
import { readKind } from './change-kind'
import { useSayError } from './use-say-error'

/** Says what a change has done, to how many it could not be done, and offers to take it back. Inside the words of `selecting`. */
export function useTellChange(): (change: ChangeOnWire) => void {
  const t = useTranslations('selecting')
  const undo = useUndoChange()
  const sayError = useSayError()
  const tell = (change: ChangeOnWire) => {
    const { done, skipped, total, state, undoes } = change
    const kind = readKind(change.kind)
    const what = undoes
      ? t('undone', { kind, count: done })
      : done === 0
        ? t('nothingDone')
        : t(`done.${kind}`, { count: done, total })
    const stopped = state === 'stopped' ? t('stopped', { done, total }) : ''
    const left = skipped > 0 ? t('skipped', { kind, count: skipped }) : ''
    addToast({
      text: [what, stopped, left].filter(Boolean).join(' '),
      undo: change.canUndo ? () => takeBack(change.id) : undefined,
      isFinal: !change.canUndo && !undoes && done > 0,
    })
  }
  const takeBack = async (id: string) => {
    try {
      const undone = await undo.mutateAsync(id)
      if (undone.state !== 'running') tell(undone)
    } catch (error) {
      if (error instanceof Error) sayError(error)
    }
  }
  return tell
}
