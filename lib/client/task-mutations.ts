import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { TaskBody } from '@/lib/shared/task-schema'
import type { TaskOnWire } from '@/lib/shared/wire'
import { request, requestNothing } from './api'
import { attentionQueries } from './attention-queries'
import { forgetHiddenGalleries } from './gallery/gallery-cache'
import { dropTask, knownTasks, putTask } from './task-cache'
import { taskQueries } from './task-queries'

export type Resolution =
  { action: 'attach'; taskId: string } | { action: 'resend' } | { action: 'dismiss' }

/** Makes a task. The key is the form's: the same key and body make one task, however often it is sent. */
export function useCreateTask() {
  return useTaskMutation((options: { body: TaskBody; key: string }) =>
    postTask({ path: '/api/tasks', body: options.body, key: options.key }),
  )
}

export function useCancelTask() {
  return useTaskMutation((id: string) => postTask({ path: `${taskPath(id)}/cancel` }))
}

/** Makes a new task with the same settings. */
export function useRetryTask() {
  return useTaskMutation((options: { id: string; key: string }) =>
    postTask({ path: `${taskPath(options.id)}/retry`, key: options.key }),
  )
}

/** A clip whose file is gone here is asked for once more; 409 where it is there. */
export function useFetchClipAgain() {
  return useTaskMutation((id: string) => postTask({ path: `${taskPath(id)}/fetch` }))
}

/** A person's word on an `unconfirmed` task; refused with 409 when `attempt` is not the current one any more. */
export function useResolveTask() {
  return useTaskMutation(resolveTask)
}

export type Decision = { id: string; attempt: number; resolution: Resolution }

export function resolveTask({ id, attempt, resolution }: Decision): Promise<TaskOnWire> {
  return postTask({ path: `${taskPath(id)}/resolve`, body: { attempt, ...resolution } })
}

export function useDeleteTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => requestNothing({ path: taskPath(id), method: 'DELETE' }),
    onSuccess: (_, id) => {
      dropTask(client, id)
      void refreshQueue(client)
    },
  })
}

/** Takes it out of the trash, to where it was: also in a gallery that is on the screen, which holds back what is merely new. */
export function useRestoreTask() {
  const client = useQueryClient()
  return useTaskMutation(async (id: string) => {
    const task = await postTask({ path: `${taskPath(id)}/restore` })
    const { renewGalleries } = await import('./gallery/renew-gallery')
    await renewGalleries(client).catch(() => undefined) // it is back all the same; the pill tells of it
    return task
  })
}

export function useResumeQueue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      request({
        path: '/api/queue/resume',
        method: 'POST',
        schema: (schemas) => schemas.queueSchema,
      }),
    onSuccess: (queue) => {
      client.setQueryData(taskQueries.queue().queryKey, queue)
      void client.invalidateQueries({ queryKey: attentionQueries.all() })
    },
  })
}

function useTaskMutation<Variables>(mutationFn: (variables: Variables) => Promise<TaskOnWire>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (task) => {
      if (!knownTasks(client).some(({ id }) => id === task.id)) forgetHiddenGalleries(client)
      putTask(client, task)
      void refreshQueue(client)
    },
  })
}

function postTask(options: { path: string; body?: unknown; key?: string }): Promise<TaskOnWire> {
  const { path, body, key } = options
  const headers = key ? { 'idempotency-key': key } : undefined
  return request({
    path,
    method: 'POST',
    body,
    headers,
    schema: (schemas) => schemas.taskOnWireSchema,
  })
}

function taskPath(id: string): string {
  return `/api/tasks/${encodeURIComponent(id)}`
}

/** What is said of tasks beside the tasks themselves. */
function refreshQueue(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ queryKey: attentionQueries.all() })
  return client.invalidateQueries({ queryKey: taskQueries.queue().queryKey, exact: true })
}
