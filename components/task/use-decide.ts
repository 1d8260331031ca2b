import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ApiError, isAlready } from '@/lib/client/api'
import { attentionQueries } from '@/lib/client/attention-queries'
import { useResolveTask, type Resolution } from '@/lib/client/task-mutations'
import { taskQueries } from '@/lib/client/task-queries'
import { addToast } from '@/lib/client/toasts'
import type { TaskOnWire } from '@/lib/shared/wire'

const SAID = { attach: 'attached', resend: 'resent', dismiss: 'dismissed' } as const

/** A person's word on one task. Somebody who was faster is no error: it is told, and shown as it stands now. */
export function useDecide({ id, attempt }: Pick<TaskOnWire, 'id' | 'attempt'>) {
  const t = useTranslations('resolve')
  const client = useQueryClient()
  const resolve = useResolveTask()
  const handleError = (error: Error) => {
    if (!isAlready(error)) return
    addToast({ text: t('already', { count: 1 }) })
    void client.invalidateQueries({ queryKey: taskQueries.one(id).queryKey })
    void client.invalidateQueries({ queryKey: attentionQueries.all() })
  }
  const { error } = resolve
  const field = error instanceof ApiError ? error.fields.find(isOfTaskId) : undefined
  return {
    isBusy: resolve.isPending,
    /** What is wrong with the task id that was typed in. */
    taskIdError: field?.message,
    error: isAlready(error) || field ? null : error,
    decide: (resolution: Resolution) =>
      resolve.mutate(
        { id, attempt, resolution },
        {
          onSuccess: () =>
            addToast({ text: t(SAID[resolution.action], { count: 1 }), isFinal: true }),
          onError: handleError,
        },
      ),
  }
}

function isOfTaskId({ path }: { path: string }): boolean {
  return path === 'taskId'
}
