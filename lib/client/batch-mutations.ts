import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { TaskBody } from '@/lib/shared/task-schema'
import { request } from './api'
import { batchQueries } from './batch-queries'
import { catchUp } from './refresh-tasks'

/** Sends tasks together. The key is the dialog's: the same key and body make one batch, however often they are sent. */
export function useCreateBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (options: { body: { tasks: TaskBody[] }; key: string }) =>
      request({
        path: '/api/batches',
        method: 'POST',
        body: options.body,
        headers: { 'idempotency-key': options.key },
        schema: (schemas) => schemas.batchWithTasksSchema,
      }),
    onSuccess: () => lookAgain(client),
  })
}

/** What waits is held back, or let go. */
export function useHoldBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, isPaused }: { id: string; isPaused: boolean }) =>
      request({
        path: `${batchPath(id)}/${isPaused ? 'pause' : 'resume'}`,
        method: 'POST',
        schema: (schemas) => schemas.batchOnWireSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: batchQueries.all() }),
  })
}

/** Cancels what waits; answers how many tasks that were. */
export function useCancelBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request({
        path: `${batchPath(id)}/cancel`,
        method: 'POST',
        schema: (schemas) => schemas.canceledBatchSchema,
      }),
    onSuccess: () => lookAgain(client),
  })
}

/** Many tasks at once: a page of the list is cheaper than each of them. */
function lookAgain(client: QueryClient): void {
  catchUp(client).catch(() => {
    // What was asked for is done, and the list is only late: the events bring it, or the next look where there are none.
  })
}

function batchPath(id: string): string {
  return `/api/batches/${encodeURIComponent(id)}`
}
