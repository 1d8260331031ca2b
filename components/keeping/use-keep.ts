import { useTranslations } from 'next-intl'
import { useKeepClip, useUnkeepClip } from '@/lib/client/keeping-mutations'
import { addToast } from '@/lib/client/toasts'
import type { ChangeAction } from '@/lib/shared/gallery/change'
import { useSayError } from './use-say-error'

type Kept = Extract<ChangeAction, { kind: 'rate' | 'favorite' | 'tag' | 'title' | 'notes' }>

/** Changes what people add to a clip, and says so with the way back. */
export function useKeep(id: string) {
  const t = useTranslations('keeping')
  const { mutateAsync: unkeep } = useUnkeepClip(id)
  const sayError = useSayError()
  const undo = async (changeId: string) => {
    try {
      const { done } = await unkeep(changeId)
      addToast({ text: t(done > 0 ? 'takenBack' : 'notTakenBack') })
    } catch (error) {
      if (error instanceof Error) sayError(error)
    }
  }
  return useKeepClip<Kept>(id, ({ id: changeId, canUndo }, { kind }) => {
    if (canUndo) addToast({ text: t(`done.${kind}`), undo: () => undo(changeId) })
  })
}
