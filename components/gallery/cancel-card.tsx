import { useTranslations } from 'next-intl'
import { useCancelTask } from '@/lib/client/task-mutations'
import { isAlready } from '@/lib/client/api'
import { addToast } from '@/lib/client/toasts'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useErrorSentence } from '../shell/error-sentence'

/** Takes a task out of the queue where it is seen, while that costs nothing. */
export function CancelCard({ task }: { task: TaskOnWire }) {
  const t = useTranslations('toasts')
  const actions = useTranslations('actions')
  const sentence = useErrorSentence()
  const cancel = useCancelTask()
  const handleClick = () =>
    cancel.mutate(task.id, {
      onError: (error) => addToast({ text: isAlready(error) ? t('tooLate') : sentence(error) }),
    })
  return (
    <button
      type="button"
      disabled={cancel.isPending}
      aria-label={t('cancel', { prompt: task.prompt })}
      onClick={handleClick}
      className="pointer-events-auto -mx-1.5 inline-flex min-h-7 self-start rounded-inner px-1.5 text-meta text-on-night underline-offset-2 hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:items-center pointer-coarse:justify-center"
    >
      {cancel.isPending ? actions('working') : actions('cancel')}
    </button>
  )
}
