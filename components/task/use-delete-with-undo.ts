import { useTranslations } from 'next-intl'
import { useDeleteTask, useRestoreTask } from '@/lib/client/task-mutations'
import { addToast } from '@/lib/client/toasts'
import { useErrorSentence } from '../shell/error-sentence'

/** Deletes at once, and offers to take it back for as long as the toast stands. */
export function useDeleteWithUndo() {
  const t = useTranslations('toasts')
  const sentence = useErrorSentence()
  const remove = useDeleteTask()
  const restore = useRestoreTask()
  const undo = async (id: string) => {
    try {
      await restore.mutateAsync(id)
      addToast({ text: t('undone'), link: { href: `/tasks/${id}`, label: t('open') } })
    } catch (error) {
      if (error instanceof Error) addToast({ text: sentence(error) })
    }
  }
  return {
    isPending: remove.isPending,
    error: remove.error,
    remove: (id: string, onDone?: () => void) =>
      remove.mutate(id, {
        onSuccess: () => {
          addToast({ text: t('deleted'), undo: () => undo(id) })
          onDone?.()
        },
      }),
  }
}
